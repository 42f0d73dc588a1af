"""Journals that are easily confused, by family, and acronyms that no rule finds.

A misspelt name that is itself another journal's is no misspelling. To add a family: a line.
"""

from pipeline.compare.letters import tokens
from pipeline.compare.venue_words import telling

_SIBLINGS = """
Nature | Nature Methods | Nature Communications | Nature Biotechnology | Nature Genetics |
  Nature Medicine | Nature Machine Intelligence | Nature Computational Science |
  Nature Reviews Genetics | Nature Biomedical Engineering | Nature Cell Biology |
  Nature Neuroscience | Nature Structural & Molecular Biology | Nature Structural Biology |
  Nature Physics | Nature Materials | Nature Chemistry | Nature Chemical Biology |
  Nature Immunology | Nature Microbiology | Nature Metabolism | Nature Cancer | Nature Aging |
  Nature Plants | Nature Energy | Nature Protocols | Nature Climate Change | Nature Geoscience |
  Nature Astronomy | Nature Electronics | Nature Photonics | Nature Nanotechnology |
  Nature Catalysis | Nature Food | Nature Water | Nature Ecology & Evolution |
  Nature Human Behaviour | Nature Sustainability | Nature Reviews Cancer |
  Nature Reviews Immunology | Nature Reviews Neuroscience | Nature Reviews Microbiology |
  Nature Reviews Molecular Cell Biology | Nature Reviews Drug Discovery |
  Nature Reviews Physics | Nature Reviews Bioengineering | Scientific Reports | Scientific Data |
  Communications Biology | Communications Medicine | Communications Physics |
  Communications Chemistry
Cell | Cells | Cell Reports | Cell Systems | Cell Stem Cell | Cell Reports Methods |
  Cell Reports Medicine | Cell Genomics | Molecular Cell | Cancer Cell | Cell Metabolism |
  Cell Host & Microbe | Cell Chemical Biology | Current Biology | Developmental Cell | Immunity |
  Neuron | Patterns | iScience | Structure | Molecular Plant | Plant Cell
Science | Science Advances | Science Immunology | Science Translational Medicine |
  Science Signaling | Science Robotics
Bioinformatics | Briefings in Bioinformatics | BMC Bioinformatics | Bioinformatics Advances |
  Briefings in Functional Genomics | Bioinformation
Nucleic Acids Research | NAR Genomics and Bioinformatics | NAR Cancer | Genome Research |
  Genome Biology | Genome Medicine | BMC Genomics | Genomics | Genes | Gene |
  Genes & Development | Genetics | Genome | Gigascience | G3
PLOS ONE | PLOS Computational Biology | PLOS Genetics | PLOS Biology | PLOS Medicine |
  PLOS Pathogens | PLOS Neglected Tropical Diseases
The Lancet | The Lancet Oncology | The Lancet Neurology | The Lancet Digital Health |
  The Lancet Infectious Diseases | The Lancet Psychiatry | The Lancet Public Health |
  The Lancet Global Health | EBioMedicine | EClinicalMedicine
Proceedings of the National Academy of Sciences | PNAS Nexus
Cancer | Cancers | Cancer Research | Cancer Discovery | Clinical Cancer Research |
  Cancer Letters | Cancer Medicine | Cancer Science | Cancer Cell International
Circulation | Circulation Research | Stroke | Blood | Blood Advances | Brain | Pain |
  Gut | Heart | Heart Rhythm | Chest | Thorax | Lung | Liver | Kidney International | Bone |
  Spine | Knee | Eye | Ear | Skin | Burns | Injury | Shock | Sleep | Appetite | Diabetes |
  Diabetologia | Diabetes Care | Obesity | Neurology | Urology | Nephrology | Oncology |
  Oncogene | Radiology | Cardiology | Allergy | Headache | Epilepsia | Hepatology |
  Gastroenterology | Pediatrics
Molecules | Molecule | Polymers | Polymer | Sensors | Sensor | Toxins | Toxicon | Viruses |
  Virus Research | Vaccines | Vaccine | Plants | Planta | Nutrients | Nutrition | Foods | Food |
  Materials | Metals | Minerals | Energies | Energy | Water | Remote Sensing |
  Electronics | Entropy | Animals | Animal | Insects | Insect | Antibiotics | Antioxidants |
  Catalysts | Coatings | Crystals | Diagnostics | Diseases | Forests | Fishes | Gels |
  Genealogy | Languages | Language | Life | Lubricants | Machines | Mathematics |
  Membranes | Micromachines | Microorganisms | Pathogens | Pharmaceuticals | Pharmaceutics |
  Proteomes | Proteomics | Proteins | Protein Science | Religions | Religion | Robotics |
  Societies | Society | Symmetry | Systems | Universe | Chemistry | Chemosphere |
  Chemosensors | Atmosphere | Agronomy | Agriculture | Algorithms | Algorithmica | Axioms |
  Biology | Biomolecules | Biosensors | Buildings | Cosmetics | Data | Dairy | Econometrics |
  Econometrica | Environments | Fibers | Fluids | Geosciences | Hydrology | Informatics |
  Information | Inventions | Logistics | Photonics | Processes | Quantum | Risks | Separations |
  Sports | Stats | Technologies | Vehicles | Vision
Medical Image Analysis | Medical Physics | Medicine | Journal of Medical Imaging |
  IEEE Transactions on Medical Imaging | IEEE Transactions on Image Processing |
  IEEE Transactions on Pattern Analysis and Machine Intelligence | Pattern Recognition |
  Pattern Recognition Letters | International Journal of Computer Vision | Neural Networks |
  Neurocomputing | NeuroImage | Neural Computation | Neural Computing and Applications |
  Artificial Intelligence | Machine Learning | Journal of Machine Learning Research |
  Transactions on Machine Learning Research | IEEE Access | Knowledge-Based Systems |
  Expert Systems with Applications | Information Sciences | Applied Intelligence |
  Applied Soft Computing | Computational Linguistics |
  Transactions of the Association for Computational Linguistics
Journal of Immunology | Journal of Neurology | Journal of Urology | Journal of Nephrology |
  Journal of Virology | Journal of Oncology | Journal of Biology | Journal of Ecology |
  Journal of Zoology | Journal of Geology | Journal of Physiology | Journal of Psychology |
  Journal of Neuroscience | Journal of Neurosurgery | Journal of Bacteriology |
  Journal of Biological Chemistry | Journal of Cell Biology | Journal of Cell Science |
  Journal of Medicinal Chemistry | Journal of Medical Genetics | Journal of Proteome Research |
  Journal of Proteomics | Journal of Clinical Oncology | Journal of Clinical Investigation |
  Journal of Experimental Medicine | Journal of Experimental Biology |
  Journal of Experimental Botany | Journal of Computational Biology |
  Journal of Computational Physics | Journal of Computational Chemistry |
  Journal of Chemical Physics | Journal of Physical Chemistry | Journal of Organic Chemistry |
  Journal of Nutrition | Journal of Pathology | Journal of Pediatrics | Journal of Surgery
Molecular Biology of the Cell | Molecular and Cellular Biology |
  Molecular Biology and Evolution | Molecular Biology | Molecular Systems Biology |
  Molecular Ecology | Molecular Therapy | Molecular Psychiatry | Molecular Cancer |
  Molecular Medicine | EMBO Journal | EMBO Reports | EMBO Molecular Medicine | FEBS Letters |
  FEBS Journal | eLife | Life | PeerJ | PeerJ Computer Science | Database | Development |
  Evolution | Biochemistry | Biochemical Journal | Biophysical Journal | Biometrika |
  Biometrics | Biostatistics | Biomaterials | Biology Letters | Biology Direct
"""

_ACRONYMS = """
PNAS: Proceedings of the National Academy of Sciences
JAMA: Journal of the American Medical Association
NEJM: New England Journal of Medicine
BMJ: British Medical Journal
NAR: Nucleic Acids Research
TPAMI: IEEE Transactions on Pattern Analysis and Machine Intelligence
PAMI: IEEE Transactions on Pattern Analysis and Machine Intelligence
JMLR: Journal of Machine Learning Research
TMLR: Transactions on Machine Learning Research
TACL: Transactions of the Association for Computational Linguistics
MedIA: Medical Image Analysis
RA-L: IEEE Robotics and Automation Letters
RAL: IEEE Robotics and Automation Letters
TOG: ACM Transactions on Graphics
CGF: Computer Graphics Forum
TGRS: IEEE Transactions on Geoscience and Remote Sensing
TCYB: IEEE Transactions on Cybernetics
TCSVT: IEEE Transactions on Circuits and Systems for Video Technology
TASLP: IEEE/ACM Transactions on Audio, Speech, and Language Processing
TCBB: IEEE/ACM Transactions on Computational Biology and Bioinformatics
JBHI: IEEE Journal of Biomedical and Health Informatics
JACS: Journal of the American Chemical Society
JBC: Journal of Biological Chemistry
PRL: Physical Review Letters
JCP: Journal of Chemical Physics
CACM: Communications of the ACM
JACM: Journal of the ACM
CSUR: ACM Computing Surveys
IJCV: International Journal of Computer Vision
GR: Genome Research
GB: Genome Biology
MBE: Molecular Biology and Evolution
CSBJ: Computational and Structural Biotechnology Journal
Nat Mach Intell: Nature Machine Intelligence
ApJ: Astrophysical Journal
AJ: Astronomical Journal
MNRAS: Monthly Notices of the Royal Astronomical Society
JHEP: Journal of High Energy Physics
Proc Biol Sci: Proceedings of the Royal Society B
Proc R Soc B: Proceedings of the Royal Society B
Philos Trans R Soc Lond B Biol Sci: Philosophical Transactions of the Royal Society B
Nat Comms: Nature Communications
LNCS: Lecture Notes in Computer Science
PVLDB: Proceedings of the VLDB Endowment
PACMHCI: Proceedings of the ACM on Human-Computer Interaction
IMWUT: Proceedings of the ACM on Interactive, Mobile, Wearable and Ubiquitous Technologies
MIA: Medical Image Analysis
TMI: IEEE Transactions on Medical Imaging
TIP: IEEE Transactions on Image Processing
TMM: IEEE Transactions on Multimedia
TNN: IEEE Transactions on Neural Networks
TNNLS: IEEE Transactions on Neural Networks and Learning Systems
TKDE: IEEE Transactions on Knowledge and Data Engineering
TVCG: IEEE Transactions on Visualization and Computer Graphics
TKDD: ACM Transactions on Knowledge Discovery from Data
TIST: ACM Transactions on Intelligent Systems and Technology
DMKD: Data Mining and Knowledge Discovery
GRSM: IEEE Geoscience and Remote Sensing Magazine
JAMIA: Journal of the American Medical Informatics Association
PMEA: Physiological Measurement
CBM: Computers in Biology and Medicine
"""


NAMES = tuple(filter(None, map(str.strip, _SIBLINGS.replace("\n", "|").split("|"))))
"""Names of journals that exist."""

KNOWN = frozenset("".join(telling(tokens(name))) for name in NAMES)
"""Keys of journals that exist, so that one is not taken for another misspelt."""

_OF_ACRONYMS = dict(line.split(": ", 1) for line in _ACRONYMS.strip().split("\n"))

SHORT = tuple(_OF_ACRONYMS)
"""Acronyms as they are written."""

ACRONYMS = {"".join(tokens(short)): tokens(long) for short, long in _OF_ACRONYMS.items()}
"""Acronym in lower case -> words of the journal's name."""
