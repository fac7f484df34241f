"""What a joint text must satisfy, and what a proposal must have before each step: AC-51 to AC-84."""

from hled.kernel.rule import declare

AC_51 = declare(
    "AC-51",
    en="A joint text is plain text, without markup.",
    es="Un texto conjunto es texto simple, sin marcas.",
    remedy_en="Remove the tags and character entities; write the sign itself.",
    remedy_es="Quite las etiquetas y las entidades de caracteres; escriba el signo mismo.",
)
AC_52 = declare(
    "AC-52",
    en="Every character of a joint text can be seen: no control character, no change of direction, no zero width.",
    es="Todo carácter de un texto conjunto se ve: sin caracteres de control, de cambio de dirección ni de ancho cero.",
    remedy_en="Delete the characters named here, or type the passage again.",
    remedy_es="Borre los caracteres aquí señalados o escriba de nuevo el pasaje.",
)
AC_53 = declare(
    "AC-53",
    en="A segment is one paragraph, without line breaks.",
    es="Un segmento es un solo párrafo, sin saltos de línea.",
    remedy_en="Add a segment for each paragraph.",
    remedy_es="Agregue un segmento por cada párrafo.",
)
AC_54 = declare(
    "AC-54",
    en="One language of a segment has at most 10,000 characters.",
    es="Cada lengua de un segmento tiene a lo más 10,000 caracteres.",
    remedy_en="Divide it into segments. What stood before is unchanged.",
    remedy_es="Divídalo en segmentos. Lo que había antes no cambió.",
)
AC_55 = declare(
    "AC-55",
    en="A joint text has at most 1,000 segments.",
    es="Un texto conjunto tiene a lo más 1,000 segmentos.",
    remedy_en="Make a text of its own of a part. What stood before is unchanged.",
    remedy_es="Haga de una parte otro texto. Lo que había antes no cambió.",
)
AC_56 = declare(
    "AC-56",
    en="Equal words have equal bytes: composed letters (NFC), plain single spaces, none at either end.",
    es="Palabras iguales tienen bytes iguales: letras compuestas (NFC), espacios simples y únicos, ninguno en los extremos.",
    remedy_en="Type the passage again with plain spaces; the editor does so by itself.",
    remedy_es="Escriba de nuevo el pasaje con espacios simples; el editor lo hace por sí mismo.",
    source="Unicode Standard Annex 15",
)
AC_57 = declare(
    "AC-57",
    en="A word is written in one alphabet.",
    es="Una palabra se escribe en un solo alfabeto.",
    remedy_en="Type the word again: a letter of another alphabet looks the same and is not.",
    remedy_es="Escriba de nuevo la palabra: una letra de otro alfabeto parece igual y no lo es.",
    source="Unicode Technical Standard 39",
)
AC_58 = declare(
    "AC-58",
    en="Square brackets enclose un-agreed words: each is closed, none is empty, none stands within another.",
    es="Los corchetes encierran palabras no acordadas: cada uno se cierra, ninguno está vacío ni dentro de otro.",
    remedy_en="Close each bracket before the next one; write remarks in parentheses.",
    remedy_es="Cierre cada corchete antes del siguiente; escriba las observaciones entre paréntesis.",
)
AC_59 = declare(
    "AC-59",
    en="Words in brackets have a Party that put them there and a reason.",
    es="Las palabras entre corchetes tienen una Parte que las puso y un motivo.",
    remedy_en="Save the words without brackets, then put them in brackets with the reason.",
    remedy_es="Guarde las palabras sin corchetes y luego póngalas entre corchetes con el motivo.",
)
AC_60 = declare(
    "AC-60",
    en="An edit names a segment that stands in the text.",
    es="Una modificación nombra un segmento que figura en el texto.",
    remedy_en="Read the text again; the segment may have been removed.",
    remedy_es="Lea de nuevo el texto; el segmento pudo haberse retirado.",
)
AC_61 = declare(
    "AC-61",
    en="A field among the segments has a name of its own; other segments have none.",
    es="Un campo entre los segmentos tiene nombre propio; los demás segmentos no lo tienen.",
    remedy_en="Give the field a name in small letters that no other has.",
    remedy_es="Dé al campo un nombre en minúsculas que ningún otro tenga.",
)
AC_62 = declare(
    "AC-62",
    en="The structured fields are those of the kind of subject, each of its type.",
    es="Los campos estructurados son los de la clase de asunto, cada uno de su tipo.",
    remedy_en="See the form of the kind; days are YYYY-MM-DD and decimals are text.",
    remedy_es="Consulte la forma de la clase; los días son AAAA-MM-DD y los decimales son texto.",
)
AC_63 = declare(
    "AC-63",
    en="The words to put in brackets stand in the segment, and in no bracket yet.",
    es="Las palabras que se ponen entre corchetes figuran en el segmento y aún no entre corchetes.",
    remedy_en="Copy the words from the segment as it stands.",
    remedy_es="Copie las palabras del segmento tal como está.",
)
AC_64 = declare(
    "AC-64",
    en="A step is taken only from a state that allows it.",
    es="Un paso se da solo desde un estado que lo permite.",
    remedy_en="Read the proposal again; it may have moved meanwhile.",
    remedy_es="Lea de nuevo la propuesta; pudo haber cambiado entretanto.",
)
AC_65 = declare(
    "AC-65",
    en="A draft belongs to its Party, and a proposal is withdrawn by the Party that tabled it.",
    es="Un borrador es de su Parte, y una propuesta la retira la Parte que la presentó.",
    remedy_en="Ask that Party, or table words of your own.",
    remedy_es="Pídalo a esa Parte o presente palabras propias.",
)
AC_66 = declare(
    "AC-66",
    en="A text is complete when it has a segment and each one says something in both languages.",
    es="Un texto está completo cuando tiene un segmento y cada uno dice algo en ambas lenguas.",
    remedy_en="Write what is missing, or remove the segment.",
    remedy_es="Escriba lo que falta o retire el segmento.",
)
AC_67 = declare(
    "AC-67",
    en="No language of a segment is behind the other.",
    es="Ninguna lengua de un segmento está atrasada respecto de la otra.",
    remedy_en="Bring the segment up to date, or confirm that it says what the other says.",
    remedy_es="Ponga al día el segmento o confirme que dice lo que dice el otro.",
)
AC_68 = declare(
    "AC-68",
    en="A text is clean when no words stand in brackets.",
    es="Un texto está limpio cuando no quedan palabras entre corchetes.",
    remedy_en="Agree on the words and edit the segment.",
    remedy_es="Acuerden las palabras y modifiquen el segmento.",
)
AC_69 = declare(
    "AC-69",
    en="Nobody certifies a text that he or she wrote in.",
    es="Nadie certifica un texto en el que escribió.",
    remedy_en="Ask another language officer of the same Party.",
    remedy_es="Pídalo a otro responsable de lengua de la misma Parte.",
)
AC_70 = declare(
    "AC-70",
    en="A proposal is signed after a language officer of each Party certified these exact words.",
    es="Una propuesta se firma cuando un responsable de lengua de cada Parte certificó estas palabras exactas.",
    remedy_en="Ask for the certification that is missing.",
    remedy_es="Pida la certificación que falta.",
)
AC_71 = declare(
    "AC-71",
    en="A proposal stands on the last act of its subject.",
    es="Una propuesta se apoya en el último acto de su asunto.",
    remedy_en="Renew it: merge its changes onto the text now in force.",
    remedy_es="Renuévela: fusione sus cambios con el texto ahora vigente.",
)
AC_72 = declare(
    "AC-72",
    en="Certification and consent name the digest of the words that stand now.",
    es="La certificación y el consentimiento nombran la huella de las palabras que figuran ahora.",
    remedy_en="Read the text again and certify or sign what it says now.",
    remedy_es="Lea de nuevo el texto y certifique o firme lo que ahora dice.",
)
AC_73 = declare(
    "AC-73",
    en="The term of a silence procedure is 3 to 60 working days of both countries.",
    es="El plazo de un procedimiento de silencio es de 3 a 60 días hábiles de ambos países.",
    remedy_en="Choose a term within these bounds.",
    remedy_es="Elija un plazo dentro de estos límites.",
)
AC_74 = declare(
    "AC-74",
    en="An objection comes within the term.",
    es="Una objeción llega dentro del plazo.",
    remedy_en="The act is in force; propose an amendment.",
    remedy_es="El acto está vigente; proponga una enmienda.",
)
AC_75 = declare(
    "AC-75",
    en="An edit is made to the version that was read.",
    es="Una modificación se hace sobre la versión que se leyó.",
    remedy_en="Both texts are shown; choose or join the words and save again.",
    remedy_es="Se muestran ambos textos; elija o junte las palabras y guarde de nuevo.",
)
AC_76 = declare(
    "AC-76",
    en="A Party certifies the same words once.",
    es="Una Parte certifica las mismas palabras una sola vez.",
    remedy_en="Nothing to do: the certification counts.",
    remedy_es="No hay nada que hacer: la certificación cuenta.",
)
AC_77 = declare(
    "AC-77",
    en="A merge leaves no conflict undecided.",
    es="Una fusión no deja conflictos sin decidir.",
    remedy_en="Decide each place where both changed the same words.",
    remedy_es="Decida cada lugar donde ambos cambiaron las mismas palabras.",
)
AC_78 = declare(
    "AC-78",
    en="The turn is passed by the Party that has it.",
    es="El turno lo pasa la Parte que lo tiene.",
    remedy_en="Nothing to do: the other Party has the turn.",
    remedy_es="No hay nada que hacer: la otra Parte tiene el turno.",
)
AC_79 = declare(
    "AC-79",
    en="Words under a silence procedure are signed by both Parties before its term begins.",
    es="Las palabras bajo un procedimiento de silencio las firman ambas Partes antes de que empiece su plazo.",
    remedy_en="Let the term begin on a later day; both language officers then certify again.",
    remedy_es="Fije el inicio del plazo en un día posterior; ambos responsables de lengua certificarán de nuevo.",
)
AC_80 = declare(
    "AC-80",
    en="A step of a proposal is taken by a person in office, in a role that it belongs to.",
    es="Un paso de una propuesta lo da una persona en funciones, con un cargo al que corresponde.",
    remedy_en="Ask a person of your Party who holds one of the roles named.",
    remedy_es="Pídalo a una persona de su Parte que tenga una de las funciones señaladas.",
)
AC_81 = declare(
    "AC-81",
    en="A joint text has a kind that some room holds, and every act of it is of that kind.",
    es="Un texto conjunto tiene una clase que alguna sala guarda, y cada acto suyo es de esa clase.",
    remedy_en="Choose one of the kinds listed.",
    remedy_es="Elija una de las clases señaladas.",
)
AC_82 = declare(
    "AC-82",
    en="A proposal that is asked for exists, and is open to who asks.",
    es="Una propuesta que se pide existe y está abierta a quien la pide.",
    remedy_en="See the list of proposals; a draft is shown to its own Party only.",
    remedy_es="Consulte la lista de propuestas; un borrador se muestra solo a su propia Parte.",
)
AC_83 = declare(
    "AC-83",
    en="A joint act of a kind with joint texts enters from a proposal that is open for signature at its digest.",
    es="Un acto conjunto de una clase con textos conjuntos entra desde una propuesta abierta a firma con su huella.",
    remedy_en="Table the words as a proposal, and have both language officers certify them.",
    remedy_es="Presente las palabras como propuesta y haga que ambos responsables de lengua las certifiquen.",
)
AC_84 = declare(
    "AC-84",
    en="A proposal has a title in both languages.",
    es="Una propuesta tiene título en ambas lenguas.",
    remedy_en="Give a short title in English and in Spanish.",
    remedy_es="Dé un título breve en español y en inglés.",
)
