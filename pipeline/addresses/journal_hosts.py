"""Journals by their host, where an address is volume, issue and first page.

Source: the publishers' own lists of journals, as HighWire and Oxford hosted them.
"""

# ruff: noqa: E501  rows of a table stay on their line

from collections.abc import Mapping

BIOLOGISTS: Mapping[str, str] = {
    "bio": "Biology Open", "dev": "Development", "dmm": "Disease Models & Mechanisms",
    "jcs": "Journal of Cell Science", "jeb": "Journal of Experimental Biology",
}  # fmt: skip
"""Codes of the Company of Biologists, in its paths and in its older hosts."""

OXFORD: Mapping[str, str] = {
    "ahr": "The American Historical Review", "ajcn": "The American Journal of Clinical Nutrition",
    "aje": "American Journal of Epidemiology", "annonc": "Annals of Oncology", "aob": "Annals of Botany",
    "beheco": "Behavioral Ecology", "bfg": "Briefings in Functional Genomics", "bib": "Briefings in Bioinformatics",
    "bioinformatics": "Bioinformatics", "bioinformaticsadvances": "Bioinformatics Advances", "biomet": "Biometrika",
    "biostatistics": "Biostatistics", "bja": "British Journal of Anaesthesia", "brain": "Brain",
    "carcin": "Carcinogenesis", "cardiovascres": "Cardiovascular Research", "cercor": "Cerebral Cortex",
    "chemse": "Chemical Senses", "cid": "Clinical Infectious Diseases", "comjnl": "The Computer Journal",
    "cz": "Current Zoology", "database": "Database", "dnaresearch": "DNA Research", "edrv": "Endocrine Reviews",
    "ej": "The Economic Journal", "eurheartj": "European Heart Journal", "femsec": "FEMS Microbiology Ecology",
    "femsle": "FEMS Microbiology Letters", "femsre": "FEMS Microbiology Reviews", "gbe": "Genome Biology and Evolution",
    "genetics": "Genetics", "gigascience": "GigaScience", "gji": "Geophysical Journal International",
    "glycob": "Glycobiology", "hmg": "Human Molecular Genetics", "humrep": "Human Reproduction",
    "icesjms": "ICES Journal of Marine Science", "ije": "International Journal of Epidemiology", "ismej": "The ISME Journal",
    "isq": "International Studies Quarterly", "jac": "Journal of Antimicrobial Chemotherapy",
    "jamia": "Journal of the American Medical Informatics Association", "jb": "The Journal of Biochemistry",
    "jcem": "The Journal of Clinical Endocrinology & Metabolism", "jcr": "Journal of Consumer Research",
    "jeea": "Journal of the European Economic Association", "jeg": "Journal of Economic Geography",
    "jhered": "Journal of Heredity", "jid": "The Journal of Infectious Diseases", "jn": "The Journal of Nutrition",
    "jnci": "Journal of the National Cancer Institute", "joeg": "Journal of Economic Geography",
    "jxb": "Journal of Experimental Botany", "mbe": "Molecular Biology and Evolution",
    "mnras": "Monthly Notices of the Royal Astronomical Society", "molehr": "Molecular Human Reproduction",
    "nar": "Nucleic Acids Research", "nargab": "NAR Genomics and Bioinformatics", "nsr": "National Science Review",
    "ndt": "Nephrology Dialysis Transplantation", "neuro-oncology": "Neuro-Oncology", "nutritionreviews": "Nutrition Reviews",
    "oncolo": "The Oncologist", "pasj": "Publications of the Astronomical Society of Japan", "pcm": "Precision Clinical Medicine",
    "pcp": "Plant and Cell Physiology", "plankt": "Journal of Plankton Research", "plcell": "The Plant Cell",
    "plphys": "Plant Physiology", "pnasnexus": "PNAS Nexus", "qje": "The Quarterly Journal of Economics",
    "restud": "The Review of Economic Studies", "rfs": "The Review of Financial Studies", "rheumatology": "Rheumatology",
    "scan": "Social Cognitive and Affective Neuroscience", "schizophreniabulletin": "Schizophrenia Bulletin",
    "sleep": "Sleep", "sysbio": "Systematic Biology", "toxsci": "Toxicological Sciences", "treephys": "Tree Physiology",
}  # fmt: skip
"""Oxford's journals by their code: in the path of ``academic.oup.com``, once the host's first word."""

_SAGE = {
    "aer": "American Educational Research Journal", "ann": "The ANNALS of the American Academy of Political and Social Science",
    "asq": "Administrative Science Quarterly", "asr": "American Sociological Review", "bse": "Behavioural and Cognitive Psychotherapy",
    "cdp": "Current Directions in Psychological Science", "cps": "Comparative Political Studies", "edr": "Educational Researcher",
    "gas": "Gender & Society", "hfs": "Human Factors", "hum": "Human Relations", "ijr": "The International Journal of Robotics Research",
    "jbx": "Journal of Biomolecular Screening", "jcr": "Journal of Conflict Resolution", "jom": "Journal of Management",
    "jpr": "Journal of Peace Research", "jtr": "Journal of Travel Research", "nms": "New Media & Society", "orm": "Organizational Research Methods",
    "oss": "Organization Studies", "pps": "Perspectives on Psychological Science", "psp": "Personality and Social Psychology Bulletin",
    "psr": "Personality and Social Psychology Review", "pss": "Psychological Science", "pus": "Public Understanding of Science",
    "rer": "Review of Educational Research", "rre": "Review of Research in Education", "scx": "Science Communication",
    "smm": "Statistical Methods in Medical Research", "smr": "Sociological Methods & Research", "soc": "Sociology",
    "sss": "Social Studies of Science", "sth": "Science, Technology, & Human Values", "tcs": "Theory, Culture & Society",
    "usj": "Urban Studies",
}  # fmt: skip

JOURNALS: Mapping[str, str] = {
    **{f"{code}.oxfordjournals.org": name for code, name in OXFORD.items()},
    **{f"{code}.biologists.org": name for code, name in BIOLOGISTS.items()},
    **{f"{code}.sagepub.com": name for code, name in _SAGE.items()},
    "pnas.org": "Proceedings of the National Academy of Sciences", "science.org": "Science", "sciencemag.org": "Science",
    "stm.sciencemag.org": "Science Translational Medicine", "stke.sciencemag.org": "Science Signaling",
    "advances.sciencemag.org": "Science Advances", "bmj.com": "BMJ", "adc.bmj.com": "Archives of Disease in Childhood",
    "ard.bmj.com": "Annals of the Rheumatic Diseases", "bmjopen.bmj.com": "BMJ Open", "bjsm.bmj.com": "British Journal of Sports Medicine",
    "ebn.bmj.com": "Evidence-Based Nursing", "gut.bmj.com": "Gut", "heart.bmj.com": "Heart", "jech.bmj.com": "Journal of Epidemiology & Community Health",
    "jmg.bmj.com": "Journal of Medical Genetics", "jnnp.bmj.com": "Journal of Neurology, Neurosurgery & Psychiatry",
    "oem.bmj.com": "Occupational and Environmental Medicine", "thorax.bmj.com": "Thorax", "jama.ama-assn.org": "JAMA",
    "archinte.ama-assn.org": "Archives of Internal Medicine", "archpsyc.ama-assn.org": "Archives of General Psychiatry",
    "genome.cshlp.org": "Genome Research", "genesdev.cshlp.org": "Genes & Development", "rnajournal.cshlp.org": "RNA",
    "learnmem.cshlp.org": "Learning & Memory", "genome.org": "Genome Research", "genesdev.org": "Genes & Development",
    "jneurosci.org": "Journal of Neuroscience", "jbc.org": "Journal of Biological Chemistry", "bloodjournal.org": "Blood",
    "mcponline.org": "Molecular & Cellular Proteomics", "jlr.org": "Journal of Lipid Research", "fasebj.org": "The FASEB Journal",
    "jimmunol.org": "The Journal of Immunology", "genetics.org": "Genetics", "g3journal.org": "G3: Genes|Genomes|Genetics",
    "plantcell.org": "The Plant Cell", "plantphysiol.org": "Plant Physiology", "molbiolcell.org": "Molecular Biology of the Cell",
    "neurology.org": "Neurology", "annals.org": "Annals of Internal Medicine", "pediatrics.aappublications.org": "Pediatrics",
    "jcb.rupress.org": "The Journal of Cell Biology", "jem.rupress.org": "The Journal of Experimental Medicine", "jgp.rupress.org": "The Journal of General Physiology",
    "jb.asm.org": "Journal of Bacteriology", "jvi.asm.org": "Journal of Virology", "aem.asm.org": "Applied and Environmental Microbiology",
    "cmr.asm.org": "Clinical Microbiology Reviews", "mcb.asm.org": "Molecular and Cellular Biology", "aac.asm.org": "Antimicrobial Agents and Chemotherapy",
    "iai.asm.org": "Infection and Immunity", "jcm.asm.org": "Journal of Clinical Microbiology", "mmbr.asm.org": "Microbiology and Molecular Biology Reviews",
    "mbio.asm.org": "mBio", "ec.asm.org": "Eukaryotic Cell",
    "jn.physiology.org": "Journal of Neurophysiology", "physrev.physiology.org": "Physiological Reviews", "jap.physiology.org": "Journal of Applied Physiology",
    "ajpheart.physiology.org": "American Journal of Physiology-Heart and Circulatory Physiology", "physiolgenomics.physiology.org": "Physiological Genomics",
    "cancerres.aacrjournals.org": "Cancer Research", "clincancerres.aacrjournals.org": "Clinical Cancer Research", "mct.aacrjournals.org": "Molecular Cancer Therapeutics",
    "mcr.aacrjournals.org": "Molecular Cancer Research", "cebp.aacrjournals.org": "Cancer Epidemiology, Biomarkers & Prevention",
    "circ.ahajournals.org": "Circulation", "circres.ahajournals.org": "Circulation Research", "hyper.ahajournals.org": "Hypertension",
    "stroke.ahajournals.org": "Stroke", "atvb.ahajournals.org": "Arteriosclerosis, Thrombosis, and Vascular Biology",
    "rsbl.royalsocietypublishing.org": "Biology Letters", "rspb.royalsocietypublishing.org": "Proceedings of the Royal Society B: Biological Sciences",
    "rstb.royalsocietypublishing.org": "Philosophical Transactions of the Royal Society B: Biological Sciences",
    "rsta.royalsocietypublishing.org": "Philosophical Transactions of the Royal Society A: Mathematical, Physical and Engineering Sciences",
    "rspa.royalsocietypublishing.org": "Proceedings of the Royal Society A: Mathematical, Physical and Engineering Sciences",
    "rsif.royalsocietypublishing.org": "Journal of The Royal Society Interface", "vir.sgmjournals.org": "Journal of General Virology",
    "mic.sgmjournals.org": "Microbiology", "bjp.rcpsych.org": "British Journal of Psychiatry", "diabetes.diabetesjournals.org": "Diabetes",
    "care.diabetesjournals.org": "Diabetes Care", "geology.gsapubs.org": "Geology", "gsabulletin.gsapubs.org": "Geological Society of America Bulletin",
    "jco.ascopubs.org": "Journal of Clinical Oncology", "jnm.snmjournals.org": "Journal of Nuclear Medicine", "ajnr.org": "American Journal of Neuroradiology",
    "content.nejm.org": "New England Journal of Medicine", "cmaj.ca": "Canadian Medical Association Journal", "erj.ersjournals.com": "European Respiratory Journal",
}  # fmt: skip

BOARDS: Mapping[str, str] = {
    "f1000research.com": "F1000Research", "wellcomeopenresearch.org": "Wellcome Open Research",
    "gatesopenresearch.org": "Gates Open Research", "hrbopenresearch.org": "HRB Open Research",
    "aasopenresearch.org": "AAS Open Research", "openresearchafrica.net": "Open Research Africa", "open-research-europe.ec.europa.eu": "Open Research Europe",
}  # fmt: skip
"""Where ``/articles/5-1438/v1`` is volume and number."""

SILVERCHAIR: Mapping[str, Mapping[str, str]] = {
    "journals.biologists.com": BIOLOGISTS,
    "direct.mit.edu": {
        "artl": "Artificial Life", "coli": "Computational Linguistics", "daed": "Daedalus", "dint": "Data Intelligence",
        "evco": "Evolutionary Computation", "isec": "International Security", "jocn": "Journal of Cognitive Neuroscience",
        "ling": "Linguistic Inquiry", "neco": "Neural Computation", "netn": "Network Neuroscience", "pvar": "Presence",
        "qss": "Quantitative Science Studies", "rest": "The Review of Economics and Statistics",
        "tacl": "Transactions of the Association for Computational Linguistics",
    },
    "rupress.org": {
        "jcb": "The Journal of Cell Biology", "jem": "The Journal of Experimental Medicine", "jgp": "The Journal of General Physiology",
    },
    "ashpublications.org": {"blood": "Blood", "bloodadvances": "Blood Advances", "hematology": "Hematology"},
    "aacrjournals.org": {
        "cancerdiscovery": "Cancer Discovery", "cancerres": "Cancer Research", "clincancerres": "Clinical Cancer Research",
        "mcr": "Molecular Cancer Research", "mct": "Molecular Cancer Therapeutics",
        "cebp": "Cancer Epidemiology, Biomarkers & Prevention",
    },
    "diabetesjournals.org": {"care": "Diabetes Care", "diabetes": "Diabetes", "clinical": "Clinical Diabetes"},
    "portlandpress.com": {
        "biochemj": "Biochemical Journal", "biochemsoctrans": "Biochemical Society Transactions", "clinsci": "Clinical Science",
        "bioscirep": "Bioscience Reports", "essaysbiochem": "Essays in Biochemistry",
    },
    "pubs.geoscienceworld.org": {
        "geology": "Geology", "gsabulletin": "GSA Bulletin", "bssa": "Bulletin of the Seismological Society of America",
        "geophysics": "Geophysics", "geosphere": "Geosphere", "srl": "Seismological Research Letters",
    },
    "publications.aap.org": {"pediatrics": "Pediatrics"},
    "pubs.aip.org": {
        "apl": "Applied Physics Letters", "jap": "Journal of Applied Physics", "jcp": "The Journal of Chemical Physics",
        "pof": "Physics of Fluids", "pop": "Physics of Plasmas", "rsi": "Review of Scientific Instruments",
        "jmp": "Journal of Mathematical Physics", "adv": "AIP Advances", "cha": "Chaos",
    },
}  # fmt: skip
"""Journals by their code in addresses such as ``/neco/article/9/8/1735/6109``."""

BIBCODES: Mapping[str, str] = {
    "A&A": "Astronomy & Astrophysics", "AJ": "The Astronomical Journal", "ARA&A": "Annual Review of Astronomy and Astrophysics",
    "Ap&SS": "Astrophysics and Space Science", "ApJ": "The Astrophysical Journal", "ApJS": "The Astrophysical Journal Supplement Series",
    "CQGra": "Classical and Quantum Gravity", "GeoRL": "Geophysical Research Letters", "Icar": "Icarus",
    "JGR": "Journal of Geophysical Research", "MNRAS": "Monthly Notices of the Royal Astronomical Society", "Natur": "Nature",
    "NatAs": "Nature Astronomy", "PASJ": "Publications of the Astronomical Society of Japan",
    "PASP": "Publications of the Astronomical Society of the Pacific", "PhRvA": "Physical Review A", "PhRvB": "Physical Review B",
    "PhRvC": "Physical Review C", "PhRvD": "Physical Review D", "PhRvE": "Physical Review E", "PhRvL": "Physical Review Letters",
    "PhRvX": "Physical Review X", "RvMP": "Reviews of Modern Physics", "Sci": "Science", "SoPh": "Solar Physics",
    "SSRv": "Space Science Reviews",
}  # fmt: skip
"""Journals by the letters in ADS's bibliographic codes."""
COPERNICUS_OF_OLD = (
    "adv-geosci.net", "atmos-chem-phys.net", "atmos-meas-tech.net", "biogeosciences.net",
    "clim-past.net", "geosci-model-dev.net", "hydrol-earth-syst-sci.net", "ocean-sci.net",
    "nat-hazards-earth-syst-sci.net", "solid-earth.net", "the-cryosphere.net", "ann-geophys.net",
    "earth-syst-dynam.net", "earth-syst-sci-data.net",
)  # fmt: skip
"""Hosts of Copernicus's journals before they had one of the publisher's."""
