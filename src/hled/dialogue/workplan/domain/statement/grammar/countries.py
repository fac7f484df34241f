"""Names by which the Parties and other countries and their agencies are known, in both languages."""

from hled.dialogue.workplan.domain.statement.grammar.tables import words

UNITED_STATES = words(
    """
    us usa u.s eeuu estadounidense estadounidenses american americans norteamericano norteamericana usaid ustr ustda dfc
    dhs dol doc dot doj epa fda usda cbp hhs atf dea fbi nist ofac osha noaa gsa tsa exim washington biden trump harris
    blinken raimondo rubio obama samhsa
    """
)
MEXICO = words(
    """
    mexico méxico mexican mexicano mexicana mexicanos mexicanas mexico's amexcid cofepris semarnat sader sener sict sre stps
    conagua pemex cfe senasica banobras nafin bancomext conacyt conahcyt conalep inadem shcp profeco cofece ift cnbv
    imss infonavit inegi conafor sedatu segob sspc uif obrador sheinbaum ebrard clouthier lópez-obrador impi tecnm
    """
)
OTHERS = words(
    """
    trudeau carney canada canadá canadian canadiense guatemala honduras salvador belize belice nicaragua cuba colombia chile peru perú
    brazil brasil brazilian brasileño brasileña argentina argentine argentino uruguay paraguay bolivia ecuador venezuela
    panama panamá dominican dominicana haiti haití jamaica guyana suriname barbados spain españa spanish español
    española france francia french francés francesa germany alemania german alemán alemana italy italia italian portugal
    portuguese portugués portuguesa british británico británica uk ireland irlanda netherlands belgium bélgica
    switzerland suiza austria sweden suecia norway noruega finland finlandia denmark dinamarca poland polonia czechia
    hungary hungría romania rumania greece grecia turkey turquía türkiye russia rusia russian ukraine ucrania japan japón
    japanese japonés japonesa china chinese korea corea korean india indian pakistan bangladesh nepal indonesia malaysia
    singapore singapur thailand tailandia vietnam philippines filipinas australia australian zealand zelanda israel egypt
    egipto morocco marruecos algeria argelia tunisia túnez kenya kenia nigeria ghana senegal ethiopia etiopía rwanda
    ruanda tanzania uganda zambia namibia botswana mozambique angola afghanistan afganistán iraq irak iran irán jordan jordania
    lebanon qatar kuwait oman omán emirates emiratos kazakhstan uzbekistan georgia armenia azerbaijan mongolia iceland
    islandia estonia latvia lithuania croatia croacia serbia slovenia slovakia bulgaria luxembourg luxemburgo cyprus chipre
    malta scotland colombian colombiano colombiana chilean chileno chilena peruvian peruano peruana guatemalan guatemalteco
    guatemalteca honduran hondureño hondureña salvadoran salvadoreño salvadoreña ecuadorian ecuatoriano ecuatoriana
    uruguayan uruguayo uruguaya paraguayan paraguayo paraguaya argentinian argentines boliviano boliviana panameño
    panameña costarricense european europea europeo eu ue cuban cubano cubana kenyan ghanaian moroccan egyptian turkish
    dutch swedish norwegian danish finnish polish swiss austrian belgian greek irish indonesian malaysian vietnamese thai
    filipino singaporean netherlands neerlandés neerlandesa holandés holandesa italiano italiana noruego noruega sueco sueca suizo suiza turco turca
    griego griega indio india hindú coreano coreana canadienses egipcio egipcia keniano keniana ghanés ghanesa polaco polaca austriaco
    danés danesa finlandés finlandesa checo checa húngaro rumano ruso rusa ucraniano filipina vietnamita tailandés marroquí israelí
    paquistaní irlandés irlandesa belga haitiano haitiana jamaicano dominicano portugueses nicaragüense chino indonesio australiano
    neozelandés sudafricano sudáfrica áfrica zambian zambiano rwandan italianos italianas ecuadorians norwegians lanka viet nam
    bahamas trinidad liberia gambia mali níger chad sudan somalia eritrea yemen syria siria palestine palestina macedonia kosovo
    montenegro bosnia albania moldova belarus azerbaiyán turkmenistan kyrgyzstan tajikistan laos cambodia camboya myanmar brunei
    timor papua fiji samoa tonga vanuatu madagascar mauritius malawi zimbabwe lesotho eswatini gabon cameroon camerún benin togo
    """
)
COUNTRIES = UNITED_STATES | MEXICO | OTHERS
DOUBLE_NAMES = {
    ("united", "states"): "us",
    ("estados", "unidos"): "us",
    ("white", "house"): "us",
    ("casa", "blanca"): "us",
    ("united", "kingdom"): "uk",
    ("reino", "unido"): "uk",
    ("european", "union"): "eu",
    ("unión", "europea"): "eu",
    ("estados", "mexicanos"): "mexico",
    ("costa", "rica"): "guatemala",
    ("viet", "nam"): "vietnam",
    ("new", "zealand"): "zealand",
    ("nueva", "zelanda"): "zealand",
    ("sri", "lanka"): "lanka",
    ("south", "africa"): "áfrica",
    ("saudi", "arabia"): "qatar",
    ("arabia", "saudita"): "qatar",
    ("ivory", "coast"): "ghana",
}
