"""Short given names and what they stand for. A small table; add the case that taught it."""

_GROUPS = """
robert bob rob bobby bert
william bill will billy liam
richard dick rick rich
james jim jimmy jamie
john jack johnny jon
jonathan jon
michael mike mick misha mikhail
thomas tom tommy
charles charlie chuck carl
edward ed ted eddie
theodore ted theo
joseph joe jo
daniel dan danny
david dave
stephen steve steven
anthony tony antonio
christopher chris kit
christian chris
christine chris tina
andrew andy drew andrei
alexander alex sasha sandy
alexandra alex sasha
nicholas nick nico nicolas
benjamin ben benny
samuel sam
matthew matt mat
gregory greg
jeffrey jeff geoffrey geoff
kenneth ken
donald don
ronald ron
peter pete
philip phil
patrick pat
patricia pat patty tricia
lawrence larry laurence
leonard len lenny
frederick fred freddy friedrich
francis frank
franklin frank
henry harry hank heinrich
harold harry hal
timothy tim
eugene gene
gerald gerry jerry
douglas doug
walter walt
raymond ray
russell russ
vincent vince
victor vic
zachary zach zack
joshua josh
jacob jake
nathaniel nate nathan
elizabeth liz beth betsy betty lisa eliza
katherine kate kathy cathy katie catherine kathryn kay
margaret maggie peggy meg rita
jennifer jen jenny
susan sue susie
deborah debbie debra deb
barbara barb
rebecca becky
judith judy
victoria vicky
pamela pam
cynthia cindy
dorothy dot
virginia ginny
abigail abby
samantha sam
suzanne sue
eleanor ellie nell
josephine jo
johannes hans jan johan
jose pepe
francisco paco pancho
ignacio nacho
giuseppe beppe
evgeny eugene yevgeny
dmitry dima dmitri
vladimir volodya
sergei sergey serge
yuri yury
aleksandr alexander sasha
mohammed muhammad mohamed mohammad mohd md
hussein husein hussain
"""

SHORT_FOR: dict[str, frozenset[str]] = {}
"""Every name of a group -> the others of its groups."""

for _line in _GROUPS.split("\n"):
    for _name in _line.split():
        SHORT_FOR[_name] = SHORT_FOR.get(_name, frozenset()) | frozenset(_line.split())
