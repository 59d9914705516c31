"""Ministries, row by row of the checklist: the sentence that has one, and its neighbour that has none.

Ids are the checklist's rows; `-not` marks what only looks like it. Countries are checked along, nested ones too.
"""

import pytest
from markup import cases

LABELS = ("MINISTRY", "COUNTRY")

ROWS = [
    ("M1",
     "Les [ministères du Travail [chilien](COUNTRY CHL demonym) et [péruvien](COUNTRY PER demonym)](MINISTRY "
     "CL.labour | MINISTRY PE.labour) partageront leurs fichiers.",
     "Les syndicats [chilien](COUNTRY CHL demonym) et [péruvien](COUNTRY PER demonym) du travail du cuir se "
     "réuniront."),
    ("M2",
     "Le [ministère [slovaque](COUNTRY SVK demonym) de l'Environnement](MINISTRY SK.environment) compte les ours.",
     "Un ingénieur [slovaque](COUNTRY SVK demonym) de l'environnement compte les ours."),
    ("M3",
     "Le [ministère de la Santé [norvégien](COUNTRY NOR demonym)](MINISTRY NO.health) attend."),
    ("M3b",
     "Le [ministère de la Santé d'[Islande](COUNTRY ISL)](MINISTRY IS.health) attend, comme le [ministère de la "
     "Santé de la [République de Corée](COUNTRY KOR)](MINISTRY KR.health).",
     "Le système de santé d'[Islande](COUNTRY ISL) est loin de la perfection."),
    ("M4",
     "En [Tunisie](COUNTRY TUN), le [ministère du Commerce et de l'Industrie](MINISTRY TN.industry+trade) a réuni "
     "les meuniers.",
     "En [Tunisie](COUNTRY TUN), la chambre de commerce et d'industrie a réuni les meuniers."),
    ("M5",
     "En [Tunisie](COUNTRY TUN), les [ministères de la Jeunesse et de la "
     "Santé](MINISTRY TN.youth | MINISTRY TN.health) ont réuni les entraîneurs.",
     "En [Tunisie](COUNTRY TUN), les maisons de la jeunesse et de la santé ont réuni les entraîneurs."),
    ("M6",
     "Au [Niger](COUNTRY NER), le [ministère de l'Agriculture, de l'Élevage et de "
     "l'Environnement](MINISTRY NE.agriculture+environment) distribue le mil.",
     "Au [Niger](COUNTRY NER), l'institut de l'agriculture, de l'élevage et de l'environnement distribue le mil."),
    ("M7",
     "Les [ministères du Tourisme [grec](COUNTRY GRC demonym), [turc](COUNTRY TUR demonym) et "
     "[égyptien](COUNTRY EGY demonym)](MINISTRY GR.tourism | MINISTRY TR.tourism | MINISTRY EG.tourism) se "
     "concertent.",
     "Les offices du tourisme [grec](COUNTRY GRC demonym), [turc](COUNTRY TUR demonym) et "
     "[égyptien](COUNTRY EGY demonym) se concertent."),
    ("M8",
     "Les [ministères [malien](COUNTRY MLI demonym) et [burkinabè](COUNTRY BFA demonym) de "
     "l'Énergie](MINISTRY ML.energy | MINISTRY BF.energy) manquent de gazole.",
     "Les sociétés [malienne](COUNTRY MLI demonym) et [burkinabè](COUNTRY BFA demonym) de l'énergie manquent de "
     "gazole."),
    ("M9",
     "Les [ministères de la Justice de [Lettonie](COUNTRY LVA) et d'[Estonie](COUNTRY EST)](MINISTRY LV.justice | "
     "MINISTRY EE.justice) enquêtent.",
     "Les cours de justice de [Lettonie](COUNTRY LVA) et d'[Estonie](COUNTRY EST) enquêtent."),
    ("M10",
     "Le [ministère [libanais](COUNTRY LBN demonym) de la Santé](MINISTRY LB.health) et [celui du "
     "Travail](MINISTRY LB.labour) se renvoient le dossier.",
     "Le bilan [libanais](COUNTRY LBN demonym) et celui du travail d'enquête ne se recoupent pas."),
    ("M11",
     "Le [ministère [français](COUNTRY FRA demonym) des Armées](MINISTRY FR.defence) a vendu une caserne.",
     "Le musée [français](COUNTRY FRA demonym) des armées anciennes a vendu une cuirasse."),
    ("M12",
     "Le [Quai d'Orsay](MINISTRY FR.foreign-affairs) a réagi dans la soirée.",
     "Il gare son vélo au 12 quai d'Orsay, près du pont."),
    ("M13",
     "[Bercy](MINISTRY FR.economy+finance) a démenti toute hausse de la taxe.",
     "Le groupe a rempli deux fois l'Accor Arena de Bercy ; on danse encore à Bercy.",
     "Le train part de la gare de Bercy à midi."),
    ("M14",
     "La [place Beauvau](MINISTRY FR.interior) a annoncé des renforts, et [Beauvau](MINISTRY FR.interior) a promis "
     "des effectifs.",
     "Le traiteur de la rue Beauvau a fermé."),
    ("M15",
     "La [Chancellerie](MINISTRY FR.justice) a annoncé aux magistrats un décret sur les prisons "
     "[françaises](COUNTRY FRA demonym).",
     "La chancellerie [autrichienne](COUNTRY AUT demonym) a rappelé le calendrier.",
     "Le visa se demande à la chancellerie de l'ambassade."),
    ("M16",
     "La [rue de Valois](MINISTRY FR.culture) a promis une réponse aux théâtres.",
     "On a retrouvé son vélo dans la rue de Valois."),
    ("M16b",
     "L'[hôtel de Brienne](MINISTRY FR.defence) a confirmé la commande.",
     "On visite l'hôtel de Brienne en septembre."),
    ("M17",
     "Le [Pentagone](MINISTRY US.defence) a retardé l'exercice.",
     "Les élèves tracent un pentagone régulier."),
    ("M18",
     "Le [département d'État](MINISTRY US.foreign-affairs) a rappelé ses diplomates ; le [département d'État "
     "[américain](COUNTRY USA demonym)](MINISTRY US.foreign-affairs) s'explique.",
     "Le département de l'Ain attend l'aide de l'État."),
    ("M19",
     "Le [département [américain](COUNTRY USA demonym) du Trésor](MINISTRY US.finance) et le [Trésor "
     "[américain](COUNTRY USA demonym)](MINISTRY US.finance) ne font qu'un.",
     "Le Trésor public a relancé les retardataires, et les bons du Trésor se vendent mal."),
    ("M19b",
     "Le [département de la Défense](MINISTRY US.defence), rebaptisé [département de la "
     "Guerre](MINISTRY US.defence), recrute moins que le [département de la Sécurité "
     "intérieure](MINISTRY US.security).",
     "Le département de la Drôme recrute des pompiers."),
    ("M20",
     "Le [Foreign Office](MINISTRY GB.foreign-affairs) a rappelé son envoyé ; le [Home Office](MINISTRY GB.interior) "
     "n'a rien dit.",
     "Il travaille au back office et rentre tard à la maison."),
    ("M21",
     "La [Farnesina](MINISTRY IT.foreign-affairs) a protesté ; l'[Auswärtiges Amt](MINISTRY DE.foreign-affairs) a "
     "suivi, puis l'[Itamaraty](MINISTRY BR.foreign-affairs).",
     "La villa voisine, la Serena, est à vendre."),
    ("M22",
     "Le [Ministry of Health of [Ghana](COUNTRY GHA)](MINISTRY GH.health) a publié une note, le "
     "[[Polish](COUNTRY POL demonym) Defence Ministry](MINISTRY PL.defence) aussi.",
     "Le patron de Ministry of Sound ouvre une boîte de nuit."),
    ("M22b",
     "Le [Ministerio de Sanidad](MINISTRY ES.health) a confirmé deux cas en [Espagne](COUNTRY ESP).",
     "Le club Sanidad a gagné deux matchs en [Espagne](COUNTRY ESP)."),
    ("M23",
     "Le [SPF Finances](MINISTRY BE.finance) renvoie au [DFAE](MINISTRY CH.foreign-affairs).",
     "Le SMIC et le RSA augmentent."),
    ("M23b",
     "[Affaires mondiales [Canada](COUNTRY CAN)](MINISTRY CA.foreign-affairs) a mis à jour ses conseils.",
     "Les affaires mondiales du groupe vont bien au [Canada](COUNTRY CAN)."),
    ("M24",
     "Le [ministère de l'Éducation du Québec](MINISTRY CA-QC.education) ouvre des classes.",
     "Un collège du Québec ouvre des classes."),
    ("M24b",
     "Le [ministère bavarois de la Justice](MINISTRY DE-BY.justice) a fait appel.",
     "Un tribunal bavarois a fait appel."),
    ("M25",
     "La [Secrétairerie d'État](MINISTRY VA.foreign-affairs) a répondu par écrit.",
     "La secrétaire du curé a répondu par écrit."),
    ("M26",
     "En [France](COUNTRY FRA), le [secrétariat d'État au Numérique](MINISTRY FR.digital) consulte, et le [ministère "
     "délégué chargé du Logement](MINISTRY FR.housing) aussi.",
     "En [France](COUNTRY FRA), le secrétariat du club consulte ses adhérents."),
    ("M27",
     "Le [ministère [togolais](COUNTRY TGO demonym) des Affaires étrangères](MINISTRY TG.foreign-affairs) "
     "([MAE](MINISTRY TG.foreign-affairs)) a convoqué l'attaché. Le [MAE](MINISTRY TG.foreign-affairs) ne dira rien.",
     "Le syndicat des enseignants (SDE) a convoqué la presse. Le SDE ne dira rien."),
    ("M28",
     "Le [ministère [marocain](COUNTRY MAR demonym) de l'Eau](MINISTRY MA.water) alerte. Selon le "
     "[ministère](MINISTRY MA.water anaphora), les barrages sont vides.",
     "Le ministère d'un prêtre dure toute la vie ; ce ministère l'épuise."),
    ("M28b",
     "Le [ministère [marocain](COUNTRY MAR demonym) de l'Eau](MINISTRY MA.water) et le [ministère "
     "[marocain](COUNTRY MAR demonym) de la Santé](MINISTRY MA.health) alertent. Les deux "
     "[ministères](MINISTRY MA.water anaphora | MINISTRY MA.health anaphora) craignent l'été."),
    ("M29",
     "Le [ministère [kényan](COUNTRY KEN demonym) de la Défense](MINISTRY KE.defence) a rappelé ses réservistes. Le "
     "[ministère de la Défense](MINISTRY KE.defence) ne dit pas combien."),
    ("M29b",
     "Le [ministère de la Défense](MINISTRY ??.defence) ne dit pas combien ils sont."),
    ("M30",
     "Le ministère public a requis six mois, et le ministère de la Parole se poursuit chaque dimanche."),
    ("M30b",
     "La ministre des Armées, le Premier ministre, le Conseil des ministres et la Direction générale du Trésor "
     "délibèrent avec l'état-major."),
    ("M30c",
     "La Commission européenne et la banque centrale se taisent ; Tsahal aussi."),
    ("M31",
     "Les tours de la Défense se vident, et le RER s'arrête à la Défense.",
     "En défense, le club recrute ; l'intérieur du stade sera refait."),
    ("M31b",
     "En [Bolivie](COUNTRY BOL), l'[Intérieur](MINISTRY BO.interior) et la [Justice](MINISTRY BO.justice) ont démenti.",
     "En [Bolivie](COUNTRY BOL), l'intérieur du pays et la justice ont peu en commun."),
    ("M32",
     "En [Algérie](COUNTRY DZA), le [ministère de la justice](MINISTRY DZ.justice) et le [Ministère De La "
     "Santé](MINISTRY DZ.health) recrutent."),
    ("M32b",
     "LE [MINISTERE DE LA SANTE](MINISTRY DZ.health) D'ALGER RECRUTE CENT MEDECINS\n\nL'[Algérie](COUNTRY DZA) en "
     "manque."),
    ("M32c",
     "En [Algérie](COUNTRY DZA), le [min. de la Santé](MINISTRY DZ.health) recrute.",
     "En [Algérie](COUNTRY DZA), il faut 20 min. de la gare au port."),
    ("M34", "Le [Département fédéral de la défense, de la protection de la population et des "
     "sports](MINISTRY CH.defence), ou [DDPS](MINISTRY CH.defence), se tait."),
    ("M33",
     "Les prix montent. En\n[Bolivie](COUNTRY BOL), le [ministère de\nl'Économie](MINISTRY BO.economy) promet\nune "
     "prime aux familles et\naux retraités."),
    ("M33b",
     "En [Bolivie](COUNTRY BOL), le [ministère\u00a0de\u202fl’Économie](MINISTRY BO.economy) promet une prime."),
    ("M33c",
     "En [Bolivie](COUNTRY BOL), le [minis\u00adtère de l'Éco\u00adnomie](MINISTRY BO.economy) promet une prime."),
    ("M33d",
     "En [Bolivie](COUNTRY BOL), le [ministère de l'E\u0301conomie](MINISTRY BO.economy) promet une prime."),
    ("M15c", "Un décret sur les prisons [françaises](COUNTRY FRA demonym) est prêt, a annoncé la "
     "[Chancellerie](MINISTRY FR.justice) aux magistrats."),
    ("M16c", "Une librairie de la rue de Valois ferme."),
    ("M33", "Au [Gabon](COUNTRY GAB), les [Affaires étrangères](MINISTRY GA.foreign-affairs) démentent. À "
     "l'[Intérieur](MINISTRY GA.interior), on assure que tout va. L'[Éducation nationale](MINISTRY GA.education) "
     "a fermé deux lycées.",
     "Le Conseil des Affaires étrangères a décidé, la commission des Finances a voté, l'intérieur du palais brille. À "
     "la Défense, les tours se vident."),
]


KNOWN: list[tuple[str, str, str]] = [
    ("M16d", "Un camion a brûlé rue de Grenelle.", "`brûler` is listed as a verb of reaction"),
]


@pytest.mark.parametrize("marked", cases(ROWS, KNOWN))
def test_ministries(marked, check_rules):
    check_rules(marked, LABELS)


@pytest.mark.parametrize(("name", "entity"), [
    ("DDPS", "CH.defence"), ("Gaimusho", "JP.foreign-affairs"), ("Home Office", "GB.interior"),
    ("Département fédéral des affaires étrangères", "CH.foreign-affairs"), ("SPF Affaires étrangères",
     "BE.foreign-affairs"),
    ("[US](COUNTRY USA) Department of State", "US.foreign-affairs"),
    ("département de la Justice [américain](COUNTRY USA demonym)", "US.justice"),
    ("département [américain](COUNTRY USA demonym) de l'Énergie", "US.energy"),
    ("ministère de la Défense d'[Arabie saoudite](COUNTRY SAU)", "SA.defence"),
    ("ministère [polonais](COUNTRY POL demonym) du Climat", "PL.environment"),
    ("ministère [ukrainien](COUNTRY UKR demonym) de la Transformation numérique", "UA.digital"),
    ("Trésor [britannique](COUNTRY GBR demonym)", "GB.finance"),
])
def test_names_that_tell_their_country(name, entity, check_rules):
    check_rules(f"Le [{name}](MINISTRY {entity}) a démenti.", LABELS)


@pytest.mark.parametrize(("name", "portfolios"), [
    ("ministère de l'Europe et des Affaires étrangères", "european-affairs+foreign-affairs"),
    ("ministère de l'Agriculture et de la Souveraineté alimentaire", "agriculture"),
    ("ministère de l'Enseignement supérieur et de la Recherche", "higher-education+research"),
    ("ministère de la Transition écologique", "environment"), ("ministère de la Fonction publique", "civil-service"),
    ("ministère des Outre-mer", "overseas"), ("ministère délégué aux Transports", "transport"),
    ("ministère du Travail, de la Santé et des Solidarités", "health+labour+social-affairs"),
    ("secrétariat d'État à la Jeunesse", "youth"), ("ministère de la Cohésion des territoires", "decentralisation"),
    ("ministère de l'Économie, des Finances et de la Relance", "economy+finance"),
    ("ministère des Mages et des Dragons", "other"),
])
def test_portfolios_of_the_closed_list(name, portfolios, check_rules):
    check_rules(f"En [France](COUNTRY FRA), le [{name}](MINISTRY FR.{portfolios}) a démenti.", LABELS)


SET = [
    ("town",
     "Le [ministère [sénégalais](COUNTRY SEN demonym) de l'Hydraulique](MINISTRY SN.water) a livré les pompes. À "
     "Nouakchott, le [ministère](MINISTRY MR.water anaphora) se tait."),
    ("own-twin",
     "À Cotonou, le [ministère de la Santé](MINISTRY BJ.health) vaccine ; à Lomé, [celui de la "
     "Santé](MINISTRY TG.health) attend."),
    ("by",
     "Une note diffusée à Lima par le [ministère de la Pêche](MINISTRY PE.fisheries) contredit le "
     "[Chili](COUNTRY CHL).",
     "Ce que dit le [Chili](COUNTRY CHL) contredit une note que le [ministère de la Pêche](MINISTRY CL.fisheries) "
     "a diffusée."),
    ("at",
     "« Ce n'est pas notre affaire », répond-on à Sofia, au [ministère des Transports](MINISTRY BG.transport). La "
     "[Roumanie](COUNTRY ROU) attend."),
    ("side",
     "La [Grèce](COUNTRY GRC) proteste. Côté [turc](COUNTRY TUR demonym), le [ministère de la "
     "Culture](MINISTRY TR.culture) parle d'oubli. Chez le voisin [bulgare](COUNTRY BGR demonym), le [ministère de "
     "la Culture](MINISTRY BG.culture) s'amuse."),
    ("asked",
     "Sollicité à Libreville, le [ministère des Mines](MINISTRY GA.mines) dément tout trafic. Le "
     "[Cameroun](COUNTRY CMR) a saisi deux camions."),
    ("behind",
     "Le [ministère du Travail](MINISTRY NO.labour), à Oslo, dément. Le [ministère de la "
     "Justice](MINISTRY SE.justice), côté [suédois](COUNTRY SWE demonym), se tait."),
    ("several",
     "Au [Togo](COUNTRY TGO) comme au [Bénin](COUNTRY BEN), le [ministère de la Santé](MINISTRY ??.health) vaccine."),
    ("stopped",
     "Le [Pentagone](MINISTRY US.defence) se tait. À Kaboul, le reste est connu ; au [département de la "
     "Défense](MINISTRY US.defence), on se tait."),
    ("actor",
     "À Alger, le ministre [norvégien](COUNTRY NOR demonym) de l'Énergie a dit que le [ministère de la "
     "Justice](MINISTRY NO.justice) répondrait."),
    ("across",
     "Le [ministère [centrafricain](COUNTRY CAF demonym) de la Santé](MINISTRY CF.health) compte les morts. De "
     "l'autre côté du fleuve, le [ministère de l'Intérieur](MINISTRY CD.interior) attend. La [RDC](COUNTRY COD) n'a "
     "rien dit."),
    ("entries",
     "10 h 05. Le [ministère de la Santé](MINISTRY LB.health) recense douze blessés à Saïda et Zahlé.\n\n10 h 20. Le "
     "[ministère de la Santé](MINISTRY SY.health) annonce quatre blessés à Alep.\n\n10 h 45. Le [ministère "
     "[jordanien](COUNTRY JOR demonym) de la Santé](MINISTRY JO.health) ouvre deux lits."),
    ("medium",
     "Le [ministère de l'Eau](MINISTRY CI.water) l'a fait savoir à la télévision [ivoirienne](COUNTRY CIV demonym). Le "
     "[Ghana](COUNTRY GHA) attend."),
    ("many",
     "La [France](COUNTRY FRA), l'[Italie](COUNTRY ITA), la [Grèce](COUNTRY GRC) et [Malte](COUNTRY MLT) ont voté "
     "contre. Le [ministère de l'Agriculture](MINISTRY ??.agriculture) se tait."),
    ("one-breath",
     "Le [ministère [tchèque](COUNTRY CZE demonym) de l'Intérieur](MINISTRY CZ.interior) enquête avec les [ministères "
     "chargés des Transports et des Finances](MINISTRY CZ.transport | MINISTRY CZ.finance). La "
     "[Slovaquie](COUNTRY SVK) et les [Slovaques](COUNTRY SVK demonym) attendent. Le "
     "[ministère](MINISTRY CZ.interior anaphora) promet un bilan."),
    ("adjective",
     "Le [ministère [gabonais](COUNTRY GAB demonym) des Forêts](MINISTRY GA.environment) se tait. Le [ministère "
     "[camerounais](COUNTRY CMR demonym)](MINISTRY CM.environment anaphora) enquête, et [celui des "
     "Finances](MINISTRY CM.finance) chiffrera la perte."),
    ("three",
     "La ministre [danoise](COUNTRY DNK demonym) de l'Eau, le ministre [polonais](COUNTRY POL demonym) de l'Eau et le "
     "ministre [letton](COUNTRY LVA demonym) de l'Eau ont signé. Les trois [ministères](MINISTRY DK.water anaphora | "
     "MINISTRY PL.water anaphora | MINISTRY LV.water anaphora) paieront."),
    ("counted",
     "Les [ministères de la Défense des [deux Corées](COUNTRY KOR | COUNTRY PRK)](MINISTRY KR.defence | MINISTRY "
     "KP.defence) ont rouvert la ligne."),
    ("of-a-town",
     "Au Caire, le [ministère de la Santé](MINISTRY PS.health) de Gaza est entendu. L'[Égypte](COUNTRY EGY) attend."),
    ("here-and-there",
     "Aux [Pays-Bas](COUNTRY NLD), le [ministère de l'Agriculture](MINISTRY NL.agriculture) abat des poules. En "
     "[Belgique](COUNTRY BEL), le [ministère](MINISTRY BE.agriculture anaphora) n'a rien décidé.",
     "Le [ministère [norvégien](COUNTRY NOR demonym) des Affaires étrangères](MINISTRY NO.foreign-affairs) alerte. Au "
     "[Pérou](COUNTRY PER), le [ministère](MINISTRY NO.foreign-affairs anaphora) déconseille les sentiers."),
    ("of-its-minister",
     "Le ministre de la Défense du [Ghana](COUNTRY GHA) a démissionné. Le [ministère](MINISTRY GH.defence anaphora) se "
     "tait."),
    ("of-its-minister-adjective",
     "La ministre des Finances a nié. Le [ministère [fidjien](COUNTRY FJI demonym)](MINISTRY FJ.finance anaphora) s'en "
     "tient là."),
    ("of-its-minister-unknown",
     "Le chef de la diplomatie est mort. Au [ministère](MINISTRY ??.foreign-affairs anaphora), on pleure."),
    ("whose",
     "La [Suède](COUNTRY SWE) cède la place à l'[Estonie](COUNTRY EST), dont le [ministère de la "
     "Pêche](MINISTRY EE.fisheries) s'est rallié au texte.",
     "[Ministère de l'Europe et des Affaires étrangères](MINISTRY FR.european-affairs+foreign-affairs)\nCommuniqué"),
    ("nobody's",
     "Le guichet du ministère ferme à midi, et son ministère de pasteur dura trente ans. Un ministre du culte l'a "
     "dit."),
]


@pytest.mark.parametrize("marked", cases(SET))
def test_the_place_that_sets_a_clause(marked, check_rules):
    check_rules(marked, LABELS)


WEIGHED = [
    ("scene-holds",
     "HELSINKI, 12 mars - La [Finlande](COUNTRY FIN) a rouvert deux postes. Le [ministère de "
     "l'Intérieur](MINISTRY FI.interior) parle d'un essai.\n\nÀ Moscou, la colère monte. Le [ministère des "
     "Affaires étrangères](MINISTRY RU.foreign-affairs) n'a reçu aucune note."),
    ("its-own",
     "La [Finlande](COUNTRY FIN) rouvre ses postes. La [Norvège](COUNTRY NOR), elle, garde les siens, et son "
     "[ministère de la Justice](MINISTRY NO.justice) ne voit pas de raison d'en changer."),
    ("actor-of-the-sentence",
     "La [Slovénie](COUNTRY SVN) compte ses ours. La [Croatie](COUNTRY HRV) a tué les siens, et le [ministère de "
     "l'Agriculture](MINISTRY HR.agriculture) promet des primes."),
    ("spoken-of-behind",
     "Le [Pérou](COUNTRY PER) n'a pas oublié. Le [ministère de la Défense](MINISTRY PE.defence) rendra les obus, "
     "l'[Équateur](COUNTRY ECU) les canots."),
    ("posted",
     "La [Pologne](COUNTRY POL) a rappelé son ambassadeur en [Hongrie](COUNTRY HUN). Le [ministère de la "
     "Justice](MINISTRY PL.justice) avait tout tenté."),
    ("capital-acts",
     "La [Lettonie](COUNTRY LVA) et la [Lituanie](COUNTRY LTU) partagent un câble. [Riga](COUNTRY LVA metonym) a "
     "coupé le courant hier. Le [ministère de l'Énergie](MINISTRY LV.energy) parle d'une panne."),
    ("turned-to",
     "Le [Kenya](COUNTRY KEN) attend. [Nairobi](COUNTRY KEN metonym) exige du [ministère [ougandais](COUNTRY UGA "
     "demonym) de la Pêche](MINISTRY UG.fisheries) des cartes, et le [ministère](MINISTRY UG.fisheries anaphora) se "
     "tait."),
    ("taken-up-where-it-is-home",
     "Le [ministère [islandais](COUNTRY ISL demonym) de la Pêche](MINISTRY IS.fisheries) a fermé les ports. Le "
     "[ministère [danois](COUNTRY DNK demonym) de la Pêche](MINISTRY DK.fisheries) proteste.\n\n[Reykjavik](COUNTRY "
     "ISL metonym) ne cède pas. L'[Islande](COUNTRY ISL) a ses raisons, et les [Islandais](COUNTRY ISL demonym) les "
     "savent. Le [ministère](MINISTRY IS.fisheries anaphora) publiera ses chiffres."),
    ("listed",
     "Le [Laos](COUNTRY LAO), le [Cambodge](COUNTRY KHM) et la [Thaïlande](COUNTRY THA) comptent les dauphins. Le "
     "[ministère de l'Environnement](MINISTRY ??.environment) attend."),
    ("at-home",
     "Les scieries de Libreville sont fermées. Le [ministère [camerounais](COUNTRY CMR demonym) des Forêts](MINISTRY "
     "CM.environment) a rouvert les siennes. Chez nous, le [ministère](MINISTRY GA.environment anaphora) préfère "
     "attendre.",
     "Le [Gabon](COUNTRY GAB) se tait. Le [ministère [camerounais](COUNTRY CMR demonym) des Forêts](MINISTRY "
     "CM.environment) parle aux [Camerounais](COUNTRY CMR demonym). Ils rentrent chez eux, et le [ministère](MINISTRY "
     "CM.environment anaphora) préfère attendre."),
    ("at-home-named",
     "L'[Islande](COUNTRY ISL) est à sec. La [Norvège](COUNTRY NOR) a des réserves. Chez nous, hélas, le [ministère de "
     "l'Énergie](MINISTRY IS.energy) n'a rien prévu.",
     "Les banques de Vaduz comptent. Selon le [ministère [suisse](COUNTRY CHE demonym) du Travail](MINISTRY "
     "CH.labour), la [Suisse](COUNTRY CHE) paie mieux. Dans notre pays, le [ministère du Travail](MINISTRY "
     "LI.labour) attend."),
    ("letter's-head",
     "[RÉPUBLIQUE DU BÉNIN](COUNTRY BEN)\n\nCotonou, le 3 mai 2019\n\nLe [ministère des Affaires étrangères]"
     "(MINISTRY BJ.foreign-affairs) annonce qu'une délégation du [Mali](COUNTRY MLI) a dit vouloir rejeter la "
     "violence. Le président du [Bénin](COUNTRY BEN) s'en félicite. Le [Mali](COUNTRY MLI) et le [Tchad](COUNTRY TCD) "
     "sont saufs."),
    ("in-ruins",
     "PORT-VILA, 20 décembre - La terre a tremblé. L'[Australie](COUNTRY AUS) et la [France](COUNTRY FRA) envoient des "
     "tentes.\n\nDevant les décombres du [ministère de la Santé](MINISTRY VU.health), on attend."),
    ("invented",
     "Née à Lyon, elle publie chez un éditeur de Paris. Son héros classe des cartes au [ministère de la "
     "Pêche](MINISTRY ??.fisheries).",
     "Née à Lyon, elle publie chez un éditeur de Paris. Un prix lui a été remis au [ministère de la "
     "Culture](MINISTRY FR.culture)."),
    ("his-own",
     "Le [Pentagone](MINISTRY US.defence) se tait, le ministre de la Défense aussi. Le [Ghana](COUNTRY GHA), par la "
     "voix du ministre de la Pêche, approuve ; son [ministère](MINISTRY GH.fisheries anaphora) propose une date."),
]


@pytest.mark.parametrize("marked", cases(WEIGHED))
def test_the_signs_of_a_text_together_tell_a_ministry_s_country(marked, check_rules):
    check_rules(marked, LABELS)


PARTS = [
    ("land",
     "À Stuttgart, le [ministère de l'Intérieur](MINISTRY DE-BW.interior) compte. À Berlin, le [ministère de "
     "l'Intérieur](MINISTRY DE.interior) s'inquiète. Le [ministère fédéral de la Justice](MINISTRY DE.justice) "
     "attend."),
    ("province",
     "SHERBROOKE - Le [ministère de l'Éducation](MINISTRY CA-QC.education) ferme deux écoles de l'Estrie."),
    ("federation",
     "OTTAWA - Le [ministère des Finances](MINISTRY CA.finance) a publié ses chiffres. À Québec, le [ministère des "
     "Finances](MINISTRY CA-QC.finance) conteste."),
    ("canton",
     "Sion. Le [Département de l'économie et de la formation](MINISTRY CH-VS.economy+education) "
     "([DEF](MINISTRY CH-VS.economy+education)) rouvre le dossier. « On attend », dit-on au "
     "[département](MINISTRY CH-VS.economy+education anaphora). Le [Département fédéral des "
     "finances](MINISTRY CH.finance) a refusé. Au [département valaisan](MINISTRY CH-VS.economy+education anaphora), "
     "on proteste.",
     "Le département de biologie de Lausanne a publié une étude."),
    ("le département",
     "Le [département d'État](MINISTRY US.foreign-affairs) a protesté. Le [département](MINISTRY US.foreign-affairs "
     "anaphora) attend une réponse. « Le [département](MINISTRY US.foreign-affairs anaphora) n'a rien su », dit-on au "
     "[département](MINISTRY US.foreign-affairs anaphora) de Marco Rubio.",
     "Le [département d'État](MINISTRY US.foreign-affairs) a protesté. Le département de la Seine-Saint-Denis reçoit "
     "les sportifs ; le département du Gers, les chevaux. Le département paie, et le département d'Ille-et-Vilaine "
     "aussi."),
    ("le département by its acronym",
     "Le [DFAE](MINISTRY CH.foreign-affairs) paie la campagne. Au [Département](MINISTRY CH.foreign-affairs anaphora), "
     "on hausse les épaules.",
     "Le [MAPAQ](MINISTRY CA-QC.agriculture+fisheries) paie. Le département de génie agricole recrute."),
    ("les ministères",
     "Les [ministères [libanais](COUNTRY LBN demonym) de la Justice et de l'Intérieur](MINISTRY LB.interior | MINISTRY "
     "LB.justice) ont signé. Ces [ministères](MINISTRY LB.interior anaphora | MINISTRY LB.justice anaphora) paieront. "
     "Rien ne passe sans les ministères, dit-on."),
    ("le département alone",
     "Le [Département fédéral de l'intérieur](MINISTRY CH.interior) a tranché. Le préfet de Nyon approuve. Il l'avait "
     "demandé. Le [département](MINISTRY CH.interior anaphora) publiera ses chiffres ; le [département]"
     "(MINISTRY CH.interior anaphora) y tient.",
     "Le [département de la Santé](MINISTRY US.health) suit un vaccin. La préfète de la Lozère a fermé deux écoles. Le "
     "département compte trois cas, et dans le département on s'inquiète."),
    ("le département of others",
     "Le [département d'État](MINISTRY US.foreign-affairs) a prévenu ses agents. Le département des Alpes-Maritimes a "
     "fermé ses plages. Le [département de l'Énergie](MINISTRY US.energy) a suivi. Le [département](MINISTRY US.energy "
     "anaphora) s'en explique.",
     "Le [département d'État](MINISTRY US.foreign-affairs) déconseille la côte. Un [Américain](COUNTRY USA demonym) "
     "s'est noyé dans ce département. « Le département manque de maîtres nageurs », dit le préfet.",
     "Le [département d'État](MINISTRY US.foreign-affairs) suit l'affaire. Le département de l'Artibonite, en "
     "[Haïti](COUNTRY HTI), est aux mains des gangs ; ce département n'a plus d'hôpital."),
    ("le département of somebody",
     "Le [département d'État](MINISTRY US.foreign-affairs) s'inquiète. Le département des Landes brûle, a dit la "
     "préfète. Le [département [américain](COUNTRY USA demonym)](MINISTRY US.foreign-affairs anaphora) se tait ; le "
     "département [français](COUNTRY FRA demonym) de la Mayenne, si."),
    ("departments",
     "À Dakar, le [département de la Santé](MINISTRY SN.health) a ouvert un centre. Le [Sénégal](COUNTRY SEN) manque "
     "de lits.",
     "Treize départements du nord de la [France](COUNTRY FRA) sont inondés."),
    ("canadian",
     "À [Immigration, Réfugiés et Citoyenneté [Canada](COUNTRY CAN)](MINISTRY CA.immigration), on trie ; l'équipe de "
     "Jeunesse Canada attend. "
     "[Emploi et Sports [Canada](COUNTRY CAN)](MINISTRY CA.labour+sport), [Santé [Canada](COUNTRY CAN)](MINISTRY "
     "CA.health) et [Immigration, Réfugiés et Citoyenneté [Canada](COUNTRY CAN)](MINISTRY CA.immigration) se renvoient "
     "la lettre.",
     "Air Canada, Radio-Canada et Postes Canada recrutent.",
     "Il aime la Santé, le [Canada](COUNTRY CAN) et la neige."),
    ("spf",
     "Le [SPF Économie, PME, Classes moyennes et Énergie](MINISTRY BE.economy+energy) renvoie aux [SPF Finances et "
     "Justice](MINISTRY BE.finance | MINISTRY BE.justice).",
     "Le [SPF Justice](MINISTRY BE.justice), Arlon et Wavre attendent."),
]


OFFICES = [
    ("only-ministry",
     "Le ministère guinéen de la Pêche a cédé. Il pleut. On a joint son [homologue gambien](ROLE minister; "
     "ministry=GM.fisheries; country=GMB).",
     "Le ministère guinéen de la Pêche a cédé, celui de la Santé aussi. Il pleut. On a joint son [homologue "
     "gambien](ROLE minister; country=GMB)."),
    ("secretary",
     "Washington attend. Le [secrétaire au Commerce](ROLE minister; ministry=US.trade; country=USA) est parti.",
     "Le Canada attend. Le ministère canadien de la Pêche aussi. Le [secrétaire au Commerce](ROLE minister; "
     "ministry=??.trade) est parti."),
    ("posted",
     "Haïti brûle. De Lima, un diplomate appelle. L'[ambassadeur](ROLE ambassador) réclame des renforts.",
     "Haïti brûle. Les Haïtiens fuient. L'[ambassadeur](ROLE ambassador; country=HTI) réclame des renforts."),
]


@pytest.mark.parametrize("marked", cases(OFFICES))
def test_offices_whose_words_leave_something_out(marked, check_rules):
    check_rules(marked, ("ROLE",))


@pytest.mark.parametrize("marked", cases(PARTS))
def test_parts_of_federations_and_departments(marked, check_rules):
    check_rules(marked, LABELS)


TRADES = [
    ("chancellerie",
     "La [chancellerie](MINISTRY FR.justice) enquête sur l'évasion ; les surveillants de la prison attendent.",
     "Dans les chancelleries, on redoute le procès, les juges et la peine.",
     "La grande chancellerie et la chancellerie de l'ambassade ferment.",
     "Le procès reprend à Bruxelles. La chancellerie n'a rien transmis à la prison, dit l'avocat.",
     "Attendu à la chancellerie, à Vienne, l'avocat a parlé au tribunal et au juge."),
    ("Trésor",
     "Le [Trésor](MINISTRY US.finance) a vendu pour 40 milliards de dollars d'obligations à Wall Street.",
     "Le Trésor public réclame la taxe, et les bons du Trésor en dollars montent à Wall Street.",
     "Le trésor de la cathédrale est exposé à New York, avec ses livres et sa taxe.",
     "Le Trésor prévoit en [France](COUNTRY FRA) un déficit et une inflation en hausse."),
    ("verb",
     "Le [ministère des Affaires continentales](MINISTRY TW.other) rappelle que [Taïwan](COUNTRY TWN) veille. Le "
     "[ministère des Affaires insulaires](MINISTRY TW.other) explique pourquoi."),
    ("said there",
     "Le contrat est prêt, assure-t-on à l'[hôtel de Brienne](MINISTRY FR.defence), et les primes aussi, dit-on "
     "[rue de Grenelle](MINISTRY FR.education).",
     "Le bar est plein, raconte une cliente rue de Grenelle ; on danse à l'hôtel de Brienne."),
    ("address",
     "Convoqué au [Quai d'Orsay](MINISTRY FR.foreign-affairs), il s'est tu. [Place Beauvau](MINISTRY FR.interior), on "
     "assure ne rien savoir.",
     "Le cortège ira jusqu'à la place Beauvau. Devant le Quai d'Orsay, on a chanté.",
     "Quai d'Orsay, les voitures sont déviées."),
    ("M16f",
     "À l'[hôtel de Roquelaure](MINISTRY FR.environment), on promet une ligne de train. Claire Morin, à "
     "[Bercy](MINISTRY FR.economy+finance), refuse tout report. Au [Viminale](MINISTRY IT.interior), personne ne "
     "commente.",
     "Devant l'hôtel de Roquelaure, on a posé des fleurs. À Bercy, on danse jusqu'à l'aube. Les voyageurs, à Bercy, "
     "dénoncent le bruit du chantier."),
    ("M16h",
     "[Place Beauvau](MINISTRY FR.interior), on fait état de 300 blessés. En [France](COUNTRY FRA), la justice hésite. "
     "À la [Chancellerie](MINISTRY FR.justice), on ne commente pas.",
     "Place Beauvau, mardi, les joailliers fermaient tôt. À la chancellerie de l'ambassade, on attend."),
    ("M16i",
     "Au tribunal de Guéret, le procureur réclame un juge, et le maître du doberman [autrichien](COUNTRY AUT demonym) "
     "sa peine de prison. La [Chancellerie](MINISTRY FR.justice) promet un magistrat.",
     "Au tribunal de Guéret, le procureur et le juge ont fait condamner à la prison un boucher de la rue de la "
     "Chancellerie.",
     "À Berlin, la Chancellerie ne dit rien de l'arrêt de la cour ; en [France](COUNTRY FRA), le "
     "juge, le parquet et le chancelier attendent le procès."),
    ("M6b",
     "Au [Bénin](COUNTRY BEN), le [ministère de l'Agriculture, des Forêts et de la "
     "Pêche](MINISTRY BJ.agriculture+fisheries) a réagi, le [ministère des Forêts](MINISTRY BJ.environment) non."),
    ("M16g",
     "Le [Japon](COUNTRY JPN) hésite : le [Meti](MINISTRY JP.economy+industry+trade) garde la main sur les puces.",
     "Le Meti de la carte est un poisson grillé."),
]


@pytest.mark.parametrize("marked", cases(TRADES))
def test_common_nouns_and_addresses_need_their_sense(marked, check_rules):
    check_rules(marked, LABELS)
