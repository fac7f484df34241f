"""Words of the dialogue in both languages, so that a theme said in two languages is one theme."""

from collections.abc import Mapping
from types import MappingProxyType

from hled.dialogue.docket.domain.words import compared_form
from hled.kernel.bilingual import Bilingual

_PAIRS = """
tariff: tariffs duty duties | arancel aranceles aranceles
border: borders | frontera fronteras fronterizo fronteriza fronterizos fronterizas
crossing: crossings bridge bridges | cruce cruces puente puentes
customs | aduana aduanas aduanero aduanera aduaneros aduaneras
origin | origen
rule: rules regulation regulations | regla reglas regulación regulaciones norma normas
semiconductor: semiconductors chip chips | semiconductor semiconductores
vehicle: vehicles car cars automotive | vehículo vehículos automóvil automóviles automotriz
electric | eléctrico eléctrica eléctricos eléctricas
battery: batteries | batería baterías
firm: firms company companies business businesses enterprise enterprises | empresa empresas empresarial
small | pequeña pequeñas pequeño pequeños pyme pymes
training: skills skill | capacitación habilidad habilidades formación
worker: workers labor labour | trabajador trabajadores trabajadora trabajadoras laboral laborales
wage: wages pay | salario salarios sueldo sueldos
union: unions | sindicato sindicatos
water | agua
energy: power electricity | energía electricidad
medical: health | médico médica médicos médicas salud
port: ports | puerto puertos
rail: railway railroad freight | ferrocarril ferroviario carga
road: roads highway highways | carretera carreteras
data | dato datos
cybersecurity: cyber | ciberseguridad cibernético
telecommunication: telecommunications telecom internet | telecomunicación telecomunicaciones internet
corn: maize | maíz
avocado: avocados | aguacate aguacates
fruit: fruits produce | fruta frutas
farm: farms farmer farmers agriculture agricultural | campo agricultor agricultores agricultura agrícola agrícolas
steel: aluminum | acero aluminio
supply | suministro suministros abasto
chain: chains | cadena cadenas
migration: migrant migrants | migración migrante migrantes
credit: loan loans finance | crédito créditos préstamo préstamos financiamiento
inspection: inspections | inspección inspecciones
fee: fees cost costs price prices | cuota cuotas costo costos precio precios
delay: delays wait waiting | retraso retrasos demora demoras espera
truck: trucks driver drivers | camión camiones transportista transportistas conductor conductores
school: schools university universities education | escuela escuelas universidad universidades educación
women: woman | mujer mujeres
climate: emissions carbon | clima climático climática emisiones carbono
investment: investments investor investors | inversión inversiones inversionista inversionistas
export: exports exporter exporters | exportación exportaciones exportador exportadores
import: imports importer importers | importación importaciones importador importadores
permit: permits license licenses paperwork form forms | permiso permisos licencia licencias trámite trámites
visa: visas | visa visas
security: safety | seguridad
corruption: bribery | corrupción soborno
panel: panels dispute disputes | panel paneles controversia controversias
standard: standards certification | estándar estándares certificación
technology: innovation research | tecnología innovación investigación
"""

STOP_WORDS = frozenset(
    compared_form(
        """
        a about above after again all also although am an and any are as asked at be because been before being below between both but by
        can could did do does doing down during each every few for from further had has have having he her here hers him his how i if in
        into is it its itself just last like made make many may me more most much must my new no nor not now of off on once one only or
        other our out over own per please same she should since so some such than that the their them then there these they this those
        through to too two under until up upon us very was we were what when where which while who whom why will with would year years
        you your government governments believe consider learned plain see experience dear sir madam thank thanks
        a al algo alguna algunas alguno algunos ante antes aquí aunque cada casi como con contra cual cuando cuya de del desde donde dos
        durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue fueron ha
        haber hace hacia han hasta hay la las le les lo los más me mi mía mis mucha muchas mucho muchos muy nada ni no nos nosotros
        nuestra nuestras nuestro nuestros o otra otras otro otros para pero poco por porque pues que qué quien se según ser si sí sido
        sin sobre son su sus también tan tanto te tiene tienen toda todas todo todos tras tu tus un una unas uno unos usted ustedes y ya
        yo año años gobierno gobiernos favor creo claro experiencia pedimos consideren supimos estimado estimada gracias
        """
    )
    .decode()
    .split()
)


def _read() -> tuple[Mapping[str, str], Mapping[str, Bilingual]]:
    concepts: dict[str, str] = {}
    labels: dict[str, Bilingual] = {}
    for line in _PAIRS.strip().splitlines():
        english, spanish = (each.replace(":", " ").split() for each in line.split("|"))
        name = f"={english[0]}"
        labels[name] = Bilingual(english[0], spanish[0])
        for word in (*english, *spanish):
            concepts.setdefault(compared_form(word).decode(), name)
    return MappingProxyType(concepts), MappingProxyType(labels)


CONCEPTS, LABELS = _read()
"""A word as it is compared -> its concept, and a concept -> what it is called in both languages."""


def concept_of(word: str) -> str:
    """The concept of a word; a word of no concept stands for itself, without the ending of a plural."""
    known = CONCEPTS.get(word)
    if known:
        return known
    for ending in ("es", "s"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return word[: -len(ending)] if ending == "s" or word[-3] in "nrldz" else word[:-1]
    return word


def concepts_of(compared: bytes) -> list[str]:
    """The concepts of a text in its compared form, in their order, without words that say nothing alone and bare numbers."""
    words = compared.decode().split()
    return [
        concept_of(each) for each in words if each not in STOP_WORDS and len(each) > 2 and not each.isdigit()
    ]


def concepts_in(text: str) -> list[str]:
    """The concepts of a text as it was written."""
    return concepts_of(compared_form(text))
