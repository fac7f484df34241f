"""
Rules of acts, consent and the register: AC-01 to AC-49.

Joint texts have the codes from AC-50 on, declared beside them.
"""

from hled.kernel.rule import declare

RFC_8785 = "RFC 8785"
RFC_6962 = "RFC 6962"

# What an act may say.

AC_01 = declare(
    "AC-01",
    en="An act must have its nine members, each of its form.",
    es="Un acto debe tener sus nueve miembros, cada uno con su forma.",
    remedy_en="Correct the member named; a digest is 64 hexadecimal digits, a type two words joined by a point.",
    remedy_es="Corrija el miembro indicado; una huella son 64 dígitos hexadecimales, un tipo dos palabras unidas por un punto.",
)
AC_02 = declare(
    "AC-02",
    en="A text of an act must be in both languages and hold only what can be seen.",
    es="El texto de un acto debe estar en ambos idiomas y contener solo lo que puede verse.",
    remedy_en="Give both texts, in Unicode's composed form (NFC), without control, invisible or direction-turning characters.",
    remedy_es="Dé ambos textos en la forma compuesta de Unicode (NFC), sin caracteres de control, invisibles ni que inviertan la dirección.",
)
AC_03 = declare(
    "AC-03",
    en="The fields of an act must be canonical JSON: text, integers, true, false, null, lists and objects with plain names.",
    es="Los campos de un acto deben ser JSON canónico: texto, enteros, verdadero, falso, nulo, listas y objetos con nombres simples.",
    remedy_en="Write numbers with decimals as text, integers within ±(2⁵³-1), and names in ASCII letters, digits, point, hyphen and underscore.",
    remedy_es="Escriba los números con decimales como texto, los enteros dentro de ±(2⁵³-1) y los nombres con letras ASCII, dígitos, punto, guion y guion bajo.",
    source=RFC_8785,
)
AC_04 = declare(
    "AC-04",
    en="The digests of an act must be those of the texts and fields it comes with.",
    es="Las huellas de un acto deben ser las de los textos y campos que lo acompañan.",
    remedy_en="Make the act again from the texts as they stand; any edit makes another act.",
    remedy_es="Haga de nuevo el acto con los textos como están; toda edición hace otro acto.",
)
AC_05 = declare(
    "AC-05",
    en="An act must stand on the last act of its subject.",
    es="Un acto debe apoyarse en el último acto de su asunto.",
    remedy_en="Another act came first. Read what is in force, and propose again on top of it.",
    remedy_es="Otro acto llegó antes. Lea lo vigente y proponga de nuevo sobre ello.",
)
AC_06 = declare(
    "AC-06",
    en="A subject belongs to both Parties, to one, or to the imported record, and an act must come from whom it belongs to.",
    es="Un asunto pertenece a ambas Partes, a una o al registro importado, y un acto debe venir de quien lo posee.",
    remedy_en="Give the act another subject, or have it made by those to whom the subject belongs.",
    remedy_es="Dé al acto otro asunto o haga que lo emita quien posee el asunto.",
)
AC_07 = declare(
    "AC-07",
    en="A kind of subject must be registered by the room that holds it, once.",
    es="Una clase de asunto debe estar inscrita por la sala que la guarda, una sola vez.",
    remedy_en="Check the first word of the act's type.",
    remedy_es="Revise la primera palabra del tipo del acto.",
)
AC_08 = declare(
    "AC-08",
    en="An act that is named must have been offered for signature.",
    es="Un acto que se nombra debe haberse ofrecido a firma.",
    remedy_en="Check the digest: hled act list shows the acts that wait for signatures.",
    remedy_es="Revise la huella: hled act list muestra los actos que esperan firma.",
)
AC_09 = declare(
    "AC-09",
    en="An act is appended to the register once.",
    es="Un acto se agrega al registro una sola vez.",
    remedy_en="The act is in force already; nothing is left to do.",
    remedy_es="El acto ya está en vigor; no queda nada por hacer.",
)

# Who can consent.

AC_10 = declare(
    "AC-10",
    en="A signature must come from a credential that a Party has enrolled.",
    es="Una firma debe provenir de una credencial que una Parte haya inscrito.",
    remedy_en="Have the Party's administrator enroll the credential, then sign again.",
    remedy_es="Pida al administrador de la Parte que inscriba la credencial y firme de nuevo.",
)
AC_11 = declare(
    "AC-11",
    en="A signature must be valid over this very act.",
    es="Una firma debe ser válida sobre este mismo acto.",
    remedy_en="Sign the digest that is shown, with the key of the credential named.",
    remedy_es="Firme la huella mostrada con la clave de la credencial indicada.",
)
AC_12 = declare(
    "AC-12",
    en="A credential that was revoked signs nothing any more.",
    es="Una credencial revocada ya no firma nada.",
    remedy_en="Sign with another credential of the Party.",
    remedy_es="Firme con otra credencial de la Parte.",
)
AC_13 = declare(
    "AC-13",
    en="A credential signs until it expires.",
    es="Una credencial firma hasta que vence.",
    remedy_en="Have a new credential enrolled, and sign with it.",
    remedy_es="Haga inscribir una credencial nueva y firme con ella.",
)
AC_14 = declare(
    "AC-14",
    en="Who signs must be in office on that day.",
    es="Quien firma debe estar en funciones ese día.",
    remedy_en="Have the act signed by an officer whose term runs, or enroll the new term first.",
    remedy_es="Haga firmar el acto a quien esté en funciones o inscriba primero el nuevo periodo.",
)
AC_15 = declare(
    "AC-15",
    en="Who signs must hold a role that signs acts of this kind; administration gives no signature.",
    es="Quien firma debe tener una función que firme actos de esta clase; administrar no da firma.",
    remedy_en="Have the act signed by a holder of the role named.",
    remedy_es="Haga firmar el acto a quien tenga la función indicada.",
)
AC_16 = declare(
    "AC-16",
    en="A joint act needs one valid signature of a signing officer of each Party.",
    es="Un acto conjunto necesita una firma válida de un funcionario firmante de cada Parte.",
    remedy_en="Have the other Party sign the same digest; nobody can sign for it.",
    remedy_es="Haga que la otra Parte firme la misma huella; nadie puede firmar por ella.",
)
AC_17 = declare(
    "AC-17",
    en="An act of one Party must be signed by that Party alone.",
    es="Un acto de una Parte debe ir firmado solo por esa Parte.",
    remedy_en="Leave out the signature of the other Party, or make the act a joint one.",
    remedy_es="Omita la firma de la otra Parte o haga conjunto el acto.",
)
AC_18 = declare(
    "AC-18",
    en="A signature counts once.",
    es="Una firma cuenta una sola vez.",
    remedy_en="Sign this act with a fresh signature; one made for another act, or used before, is refused.",
    remedy_es="Firme este acto de nuevo; se rechaza una firma hecha para otro acto o ya usada.",
)
AC_19 = declare(
    "AC-19",
    en="The moment of a signature must agree with the clock of the register, within five minutes ahead and thirty days back.",
    es="El momento de una firma debe concordar con el reloj del registro: cinco minutos adelante y treinta días atrás.",
    remedy_en="Set the clock of the machine that signs, and sign again.",
    remedy_es="Ajuste el reloj de la máquina que firma y firme de nuevo.",
)
AC_20 = declare(
    "AC-20",
    en="A passkey must answer for this site, with the person present and verified, and with a counter that grows.",
    es="Una llave de acceso debe responder por este sitio, con la persona presente y verificada, y con un contador que crece.",
    remedy_en="Sign again on the site where the passkey was enrolled; if the counter went back, revoke the passkey: it may have been copied.",
    remedy_es="Firme de nuevo en el sitio donde se inscribió la llave; si el contador retrocedió, revóquela: pudo haberse copiado.",
    source="W3C Web Authentication, level 3, § 7.2",
)
AC_21 = declare(
    "AC-21",
    en="A key file must be an Ed25519 private key, encrypted by a passphrase, and open with the one given.",
    es="Un archivo de clave debe ser una clave privada Ed25519, cifrada con una frase, y abrirse con la indicada.",
    remedy_en="Give the passphrase of the file, or make a new file: hled keys make FILE.",
    remedy_es="Dé la frase del archivo o haga uno nuevo: hled keys make ARCHIVO.",
)

AC_22 = declare(
    "AC-22",
    en="On the site everybody signs with a credential of her own, and for nobody else.",
    es="En el sitio cada quien firma con una credencial propia y por nadie más.",
    remedy_en="Sign in as the holder of the credential, then sign.",
    remedy_es="Entre con la cuenta de quien tiene la credencial y firme entonces.",
)

# Officers and their credentials.

AC_25 = declare(
    "AC-25",
    en="An enrollment must name person, Party, role, term, kind and public key, each of its form.",
    es="Una inscripción debe indicar persona, Parte, función, periodo, clase y clave pública, cada una con su forma.",
    remedy_en="Correct the field named.",
    remedy_es="Corrija el campo indicado.",
)
AC_26 = declare(
    "AC-26",
    en="The first credential of a Party is that of its administrator, enrolled by itself, once.",
    es="La primera credencial de una Parte es la de su administrador, inscrita por sí misma, una sola vez.",
    remedy_en="Have an administrator of the Party enroll further credentials.",
    remedy_es="Pida a un administrador de la Parte que inscriba las demás credenciales.",
)
AC_27 = declare(
    "AC-27",
    en="An enrollment is signed by an administrator of the same Party and by the credential that is enrolled.",
    es="Una inscripción la firman un administrador de la misma Parte y la credencial que se inscribe.",
    remedy_en="Sign the enrollment with both.",
    remedy_es="Firme la inscripción con ambas.",
)
AC_28 = declare(
    "AC-28",
    en="A credential is enrolled once and revoked once, by the Party it belongs to.",
    es="Una credencial se inscribe una vez y se revoca una vez, por la Parte a la que pertenece.",
    remedy_en="Make a new credential; a revoked one does not come back.",
    remedy_es="Haga una credencial nueva; una revocada no vuelve.",
)
AC_29 = declare(
    "AC-29",
    en="The last administrator's credential of a Party is not revoked.",
    es="No se revoca la última credencial de administrador de una Parte.",
    remedy_en="Enroll another administrator of the Party first.",
    remedy_es="Inscriba antes a otro administrador de la Parte.",
)

# Silence.

AC_30 = declare(
    "AC-30",
    en="A silence procedure ends by the running out of its term, without an objection.",
    es="Un procedimiento de silencio concluye al vencer su plazo, sin objeción.",
    remedy_en="Wait for the end of the term; after an objection, negotiate and sign another act.",
    remedy_es="Espere el fin del plazo; tras una objeción, negocie y firme otro acto.",
)
AC_31 = declare(
    "AC-31",
    en="An objection must name an act whose silence procedure still runs.",
    es="Una objeción debe nombrar un acto cuyo procedimiento de silencio aún corra.",
    remedy_en="Check the digest and the end of the term.",
    remedy_es="Revise la huella y el fin del plazo.",
)

# The register.

AC_40 = declare(
    "AC-40",
    en="An entry of the register must be a canonical envelope with exactly its members.",
    es="Un asiento del registro debe ser un sobre canónico con sus miembros exactos.",
    remedy_en="The entry was not written by the register, or was changed. Restore it from an edition of either Party.",
    remedy_es="El asiento no lo escribió el registro o fue alterado. Restáurelo de una edición de cualquiera de las Partes.",
    source=RFC_8785,
)
AC_41 = declare(
    "AC-41",
    en="Entries must stand in their order, without a hole, each naming the one before it.",
    es="Los asientos deben estar en su orden, sin huecos, y cada uno nombra al anterior.",
    remedy_en="An entry was dropped, inserted, moved or changed. Compare with an edition of either Party.",
    remedy_es="Un asiento fue omitido, insertado, movido o alterado. Compare con una edición de cualquiera de las Partes.",
)
AC_42 = declare(
    "AC-42",
    en="The hash of an entry, and those of the tree above it, must be those of its content.",
    es="El hash de un asiento, y los del árbol sobre él, deben ser los de su contenido.",
    remedy_en="The entry or a hash was changed. Compare with an edition of either Party.",
    remedy_es="El asiento o un hash fue alterado. Compare con una edición de cualquiera de las Partes.",
    source=RFC_6962,
)
AC_43 = declare(
    "AC-43",
    en="A checkpoint must be signed by the register's key and have the root of the tree at its size.",
    es="Un punto de control debe ir firmado por la clave del registro y tener la raíz del árbol en su tamaño.",
    remedy_en="The register shows another history than the one signed. Compare with an edition of either Party.",
    remedy_es="El registro muestra otra historia que la firmada. Compare con una edición de cualquiera de las Partes.",
    source="C2SP tlog-checkpoint",
)
AC_44 = declare(
    "AC-44",
    en="The agreed state must be what the entries of the register say.",
    es="El estado acordado debe ser el que dicen los asientos del registro.",
    remedy_en="A table was changed beside the register. The entries count; find who wrote to the store.",
    remedy_es="Una tabla fue cambiada al margen del registro. Cuentan los asientos; averigüe quién escribió en el almacén.",
)
AC_45 = declare(
    "AC-45",
    en="An entry that is asked for must be in the register.",
    es="Un asiento que se pide debe estar en el registro.",
    remedy_en="Entries are numbered from 0; hled register show lists the latest.",
    remedy_es="Los asientos se numeran desde 0; hled register show lista los últimos.",
)
AC_46 = declare(
    "AC-46",
    en="Moments in the register must not go back.",
    es="Los momentos en el registro no deben retroceder.",
    remedy_en="Set the clock of the server; the last entry is later than the clock says.",
    remedy_es="Ajuste el reloj del servidor; el último asiento es posterior a lo que marca.",
)
AC_47 = declare(
    "AC-47",
    en="A file that hled writes must be new, and one that it reads must have the form named.",
    es="Un archivo que hled escribe debe ser nuevo, y uno que lee debe tener la forma indicada.",
    remedy_en="Name another file, or one in the form that the help of the command describes.",
    remedy_es="Indique otro archivo o uno con la forma que describe la ayuda del comando.",
)
AC_48 = declare(
    "AC-48",
    en="The site packs an edition of up to 200,000 entries.",
    es="El sitio empaqueta una edición de hasta 200,000 asientos.",
    remedy_en="Ask the operator for an edition, or as the operator write one: hled register export FOLDER.",
    remedy_es="Pida una edición a quien opera el sitio o, si es usted, escríbala: hled register export CARPETA.",
)
