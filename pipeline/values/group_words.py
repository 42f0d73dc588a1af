"""Words of organisations that sign as authors, each once.

signers: what groups that sign call themselves; few of them do so by any other word. lists: where a
list has authors. services: where a service sends a name in one piece, which is not to be parted as
a person's. To add a word: in the row of its uses; a comma parts it from the next.
"""

_TABLE = """
signers lists services: collaboration, collaborations, collaborators, consortium, investigators
signers lists: contributors, developers
lists services: agency, alliance, association, biobank, center, centre, coalition, committee
lists services: corporation, council, department, federation, foundation, group, hospital
lists services: initiative, institute, laboratory, ministry, network, observatory, organisation
lists services: organization, partnership, programme, project, registry, researchers, society
lists services: study, task force, team, trial, trialists, university
lists: academy, administration, authorities, authority, authors, bureau, clinicians, collab
lists: college, commission, committees, community, company, database, gmbh, government, groupe
lists: groups, grupo, gruppe, gruppo, inc, laboratories, ltd, maintainers, members, participants
lists: program, school, secretariat, survey, taskforce, volunteers, working
services: studies, working party
"""


def group_words(use: str) -> tuple[str, ...]:
    """The words of a use, in small letters; none of a use that the table does not know."""
    rows = (line.split(": ") for line in _TABLE.strip().split("\n"))
    return tuple(word for uses, words in rows if use in uses.split() for word in words.split(", "))
