"""Countries by name (C) and by nationality (D), row by row of the checklist, and what only looks like them."""

import re

import pytest
from markup import cases

LABELS = ("COUNTRY",)

NAMES = [
    ("C1",
     "L'[Irak](COUNTRY IRQ) se méfie ; qu'[Oman](COUNTRY OMN) propose, on verra. Du blé va aux "
     "[Maldives](COUNTRY MDV), du [Gabon](COUNTRY GAB) en [Zambie](COUNTRY ZMB).",
     "L'iris, dit-on, aime l'ombre ; qu'il gèle et tout est perdu."),
    ("C1b", "L’[Égypte](COUNTRY EGY) et l’[Équateur](COUNTRY ECU) signent.", "La droite coupe l’équateur."),
    ("C2",
     "Les [Etats-Unis](COUNTRY USA), la [Cote d'Ivoire](COUNTRY CIV), la [Côte d’Ivoire](COUNTRY CIV) et les "
     "[États‑Unis](COUNTRY USA) votent.",
     "La cote de popularité monte, les états généraux s'unissent."),
    ("C2b", "LES [ETATS-UNIS](COUNTRY USA) ET LE [BRESIL](COUNTRY BRA) SE RAPPROCHENT", "LES PRIX DU PAIN SE TASSENT"),
    ("C3",
     "L'[État hébreu](COUNTRY ISR) attend ; l'[État d'Israël](COUNTRY ISR) aussi. Dans l'[Hexagone](COUNTRY FRA), on "
     "vote.",
     "L'État a tracé un hexagone sur le plan."),
    ("C3b", "La [Grande-Bretagne](COUNTRY GBR) et l'[Angleterre](COUNTRY GBR) se confondent au "
     "[Royaume-Uni](COUNTRY GBR).",
     "La Bretagne est grande et le royaume uni autour de son roi."),
    ("C4",
     "Le [pays du Soleil-Levant](COUNTRY JPN) exporte vers l'[Empire du Milieu](COUNTRY CHN) ; "
     "[outre-Rhin](COUNTRY DEU), on en rit.",
     "Au soleil levant, l'empire de la nuit cède par le milieu ; outre cela, il pleut."),
    ("C5", "Les [USA](COUNTRY USA), la [RDC](COUNTRY COD) et les [EAU](COUNTRY ARE) ont voté ; la [RFA](COUNTRY DEU) "
     "existait.",
     "L'UE, la RATP et la SNCF se taisent."),
    ("C6",
     "La [République du Congo](COUNTRY COG) borde la [République démocratique du Congo](COUNTRY COD) ; le "
     "[Congo-Kinshasa](COUNTRY COD) fait face au [Congo-Brazzaville](COUNTRY COG).",
     "Le club de rumba Kongo Stars joue ce soir."),
    ("C7", "Les [deux Corées](COUNTRY PRK | COUNTRY KOR) se parlent, les [deux Soudans](COUNTRY SDN | COUNTRY SSD) "
     "non.",
     "Les deux corniches se font face."),
    ("C8", "[Séoul](COUNTRY KOR metonym) a promis que la [Corée](COUNTRY KOR) paierait.",
     "Le chœur corrige la partition."),
    ("C9",
     "La [Guinée-Bissau](COUNTRY GNB), la [Guinée équatoriale](COUNTRY GNQ) et la "
     "[Papouasie-Nouvelle-Guinée](COUNTRY PNG) y étaient.",
     "Des pirates croisent dans le golfe de Guinée."),
    ("C10", "La [Géorgie](COUNTRY GEO) bloque les pentes du Caucase ; à Tbilissi, on manifeste.",
     "En Géorgie, le gouverneur républicain a fait recompter les voix d'Atlanta."),
    ("C11", "Le [Niger](COUNTRY NER) et le [Nigeria](COUNTRY NGA) ferment leur frontière ; un "
     "[Nigérien](COUNTRY NER demonym) et une [Nigériane](COUNTRY NGA demonym) attendent.",
     "Le fleuve Niger déborde, et le delta du Niger est sous l'eau."),
    ("C12", "Le [Luxembourg](COUNTRY LUX) taxe peu.", "On joue aux échecs au jardin du Luxembourg."),
    ("C13", "La [Macédoine du Nord](COUNTRY MKD) adhère.", "Servez la macédoine de légumes froide."),
    ("C14", "La [Chine](COUNTRY CHN), [Taïwan](COUNTRY TWN), [Hong Kong](COUNTRY HKG) et [Macao](COUNTRY MAC) y "
     "étaient.",
     "Un cargo a coulé en mer de Chine."),
    ("C15", "La [Palestine](COUNTRY PSE) siège ; l'Autorité [palestinienne](COUNTRY PSE demonym) y veille.",
     "En Cisjordanie et à Gaza, les écoles sont fermées."),
    ("C16", "Le [Kosovo](COUNTRY XKX), le [Vatican](COUNTRY VAT) et le [Sahara occidental](COUNTRY ESH) observent.",
     "La Transnistrie et le Kurdistan manquent de gaz."),
    ("C17", "L'[URSS](COUNTRY SUN), la [Yougoslavie](COUNTRY YUG), la [Tchécoslovaquie](COUNTRY CSK) et la "
     "[RDA](COUNTRY DDR) ont disparu ; l'ex-[URSS](COUNTRY SUN) reste un marché.",
     "L'ex-patron du syndicat a disparu des écrans."),
    ("C18", "La [Jordanie](COUNTRY JOR) accueille le tournoi.", "Jordan Bardella et France Gall n'ont rien en commun."),
    ("C19", "Il vit en [Hollande](COUNTRY NLD), et la [Hollande](COUNTRY NLD) lui plaît.",
     "François Hollande a dédicacé son livre, puis Hollande a pris le train."),
    ("C20", "Il passe l'hiver à [Maurice](COUNTRY MUS).", "Maurice a fêté ses vingt ans avec son frère."),
    ("C21", "Le [Bénin](COUNTRY BEN) exporte des noix.",
     "Un kyste bénin, une dinde et un chili con carne : ce n'est pas le Pérou."),
    ("C22", "L'ambassade de [Croatie](COUNTRY HRV), l'armée d'[Ouganda](COUNTRY UGA) et l'équipe de "
     "[France](COUNTRY FRA) se sont excusées.",
     "Air France a annulé ses vols ; France 24 et Radio France en parlent.",
     "Il habite avenue d'Italie et lit Le Courrier du Vietnam."),
    ("C23", "Le [Bhoutan](COUNTRY BTN) ne vote pas.",
     "Le Moyen-Orient, le Sahel, l'Union européenne, l'Otan, le Maghreb et les pays baltes votent."),
    ("C24", "Le [Groenland](COUNTRY GRL), la [Guadeloupe](COUNTRY GLP) et la [Nouvelle-Calédonie](COUNTRY NCL) votent.",
     "La Catalogne, l'Écosse, le Texas et la Crimée votent."),
    ("C25", "Le match [Suède](COUNTRY SWE)-[Portugal](COUNTRY PRT) et le dossier "
     "[Iran](COUNTRY IRN)/[Irak](COUNTRY IRQ) fâchent.",
     "Le match Lens-Nantes et le trajet Lyon-Turin fâchent."),
    ("C26", "Il chante l'hymne des [United States](COUNTRY USA).", "L'étiquette dit Made in China."),
]

NATIONALITIES = [
    ("D1",
     "Un [Turc](COUNTRY TUR demonym), une [Turque](COUNTRY TUR demonym), des [Grecs](COUNTRY GRC demonym), deux "
     "[Suissesses](COUNTRY CHE demonym), un chef [burkinabè](COUNTRY BFA demonym) et un "
     "[Qatari](COUNTRY QAT demonym).",
     "Un truc, une trique, des greffes et deux suites."),
    ("D2", "Les [Iraniens](COUNTRY IRN demonym) ont reçu la délégation [omanaise](COUNTRY OMN demonym).",
     "Les riverains ont reçu la délégation normande."),
    ("D3", "Le sommet [sino-indien](COUNTRY CHN demonym | COUNTRY IND demonym) suit le traité "
     "[franco-germano-britannique](COUNTRY FRA demonym | COUNTRY DEU demonym | COUNTRY GBR demonym).",
     "Un débat socio-économique suit l'examen oto-rhino-laryngologique."),
    ("D4", "Une querelle [franco-française](COUNTRY FRA demonym) et un jazz [afro-américain](COUNTRY USA demonym).",
     "Le droit anglo-saxon, les langues indo-européennes et l'art gréco-romain."),
    ("D5",
     "Les chaînes [sud-coréennes](COUNTRY KOR demonym), [sud-africaines](COUNTRY ZAF demonym), "
     "[centrafricaines](COUNTRY CAF demonym) et [néo-zélandaises](COUNTRY NZL demonym).",
     "Les chaînes nord-africaines, sud-américaines, latino-américaines et subsahariennes."),
    ("D6", "À Kinshasa, l'armée [congolaise](COUNTRY COD demonym) patrouille, dit Félix Tshisekedi.",
     "Les Indiens d'Amazonie goûtent l'été indien."),
    ("D7", "Le pavillon [portugais](COUNTRY PRT demonym) ferme.",
     "Le livre est traduit du portugais et écrit en allemand."),
    ("D8", "Un berger [monténégrin](COUNTRY MNE demonym) chante.",
     "Des combattants kurdes et tibétains, un poète catalan."),
    ("D9", "Le vin [hongrois](COUNTRY HUN demonym) se vend.",
     "Les montagnes russes, la clé anglaise, deux petits-suisses et un cochon d'Inde."),
    ("D10", "Les troupes [éthiopiennes](COUNTRY ETH demonym) et [érythréennes](COUNTRY ERI demonym) avancent.",
     "Les troupes royales et loyalistes avancent."),
    ("D11", "Un [Finlandais](COUNTRY FIN demonym) a lu le journal.",
     "Un Moscovite et un Parisien lisent le Washington Post."),
]

SPELLINGS = """
l'URSS SUN, l'Union soviétique SUN, le Zaïre ZAR, la Haute-Volta HVO, le Dahomey DHY, la Rhodésie RHO,
la Birmanie MMR, le Swaziland SWZ, l'Eswatini SWZ, le Sri Lanka LKA, l'Allemagne de l'Est DDR,
la République de Chine TWN, la Chine populaire CHN, la RD Congo COD, la RPDC PRK, les EAU ARE, le UK GBR,
le Saint-Siège VAT, le pays du Cèdre LBN, le royaume chérifien MAR, le royaume wahhabite SAU, la perfide Albion GBR,
l'Oncle Sam USA, l'île Maurice MUS, les Pays-Bas NLD, le Cap-Vert CPV, la Namibie NAM, la Réunion REU, Israel ISR,
le Salvador SLV, la République tchèque CZE, la Tchéquie CZE, le Bélarus BLR, la Biélorussie BLR,
la République dominicaine DOM, la Dominique DMA, l'État de Palestine PSE, le Burkina BFA, Saint-Marin SMR,
la Centrafrique CAF, Trinité-et-Tobago TTO, la Bosnie BIH, les Féroé FRO, Porto Rico PRI, la Polynésie française PYF,
Mayotte MYT
"""
"""Names with their articles, and whose they are."""

STRANGE = [
    ("C31", "Le [Sénégal](COUNTRY SEN) a relevé ses taxes de deux points.",
     "Le Sénégal déborde depuis lundi, et le Niger est monté de trente centimètres."),
    ("C32", "Ils ont quitté La Baule pour la [Grèce](COUNTRY GRC) ; un vent de [Grèce](COUNTRY GRC) souffle.",
     "Le jury a préféré Le Silence de Grèce et Une nuit au Portugal à son premier film."),
    ("C33", "La [Géorgie](COUNTRY GEO) exporte ses grands vins, dit Donald Trump.",
     "Le Texas, la Caroline du Nord et la Géorgie votent ; Atlanta dort."),
    ("C34", "MAURICE SIGNE AVEC [MADAGASCAR](COUNTRY MDG)", "Maurice signe le registre de la mairie."),
    ("C34b", "[MAURICE](COUNTRY MUS) SIGNE UN ACCORD À PORT-LOUIS", "Maurice est arrivé à Port-Louis par bateau."),
    ("D20", "Les [Anglais](COUNTRY GBR demonym) parlaient fort.",
     "Ses leçons de danois et de suédois coûtent cher ; elle enseignait finnois à Lyon et vous parlez grec."),
    ("C36", "Ils prennent le chemin de la [Syrie](COUNTRY SYR) ; la place du [Kenya](COUNTRY KEN) en Afrique grandit.",
     "Il habite 4, chemin de la Syrie, près de la rue du Kenya et du pont d'Espagne.",
     "Des bronzes de Bénin City sont rendus au [Bénin](COUNTRY BEN)."),
    ("D21", "Une actrice [belgo-congolaise](COUNTRY BEL demonym | COUNTRY COD demonym) est née à Kinshasa.",
     "Elle parle un français parfait et a enseigné l'allemand."),
    ("C37", "Le restaurant d'[Italie](COUNTRY ITA) le plus cher, la frégate du [Chili](COUNTRY CHL) et la nouvelle "
     "[Syrie](COUNTRY SYR) font parler.",
     "Le restaurant Le Pérou a fermé, la frégate Islande aussi ; le roman « Le Chili sans fin », le film « Adieu, "
     "Cuba » et la brasserie La Hollande plaisent.",
     "Elle publie sous le titre « L'Italie au four » un livre de recettes."),
    ("C40", "La place des [Grecs](COUNTRY GRC demonym) en Europe, le rôle des [Belges](COUNTRY BEL demonym).",
     "Ils se retrouvent impasse des Grecs, quai des Norvégiens, à l'allée des Chinois.",
     "Le sommet de l'Organisation des États américains s'ouvre."),
    ("C38", "À l'hippodrome, le jockey a salué l'[Irlande](COUNTRY IRL) ; la reine du [Danemark](COUNTRY DNK) l'a vu.",
     "À l'hippodrome, le jockey a mené Vent de Norvège devant Belle Hongrie et Roi du Brésil."),
    ("C39", "[Maurice](COUNTRY MUS), épargnée par le cyclone, se relève. La [Réunion](COUNTRY REU) et "
     "[Maurice](COUNTRY MUS) ont fermé leurs ports ; [Maurice](COUNTRY MUS) a été frappée la nuit.",
     "Maurice, fatigué, se relève. Jeanne et Maurice ont fermé la porte ; Maurice est parti."),
    ("C40", "Le [Burkina Faso](COUNTRY BFA) vote, et le président du [Faso](COUNTRY BFA) aussi.",
     "Faso Danse ouvre la saison au théâtre du Faso."),
    ("C41", "À Kinshasa, Félix Tshisekedi attend. L'autre [Congo](COUNTRY COG) se tait ; à Brazzaville, le "
     "[Congo](COUNTRY COG) d'en face se tait.", "À Kinshasa, le [Congo](COUNTRY COD) attend une autre pluie."),
    ("C44", "À Brazzaville, la Première ministre [congolaise](COUNTRY COD demonym), Judith Suminwa, a vu le président "
     "[congolais](COUNTRY COG demonym) Denis Sassou-Nguesso et le ministre [congolais](COUNTRY COG demonym).",
     "À Kinshasa, un artiste [congolais](COUNTRY COD demonym) a peint Patrice Lumumba."),
    ("C43", "Ni la [Guinée-Bissau](COUNTRY GNB) ni la [Guinée](COUNTRY GIN) ne votent. Le [Congo](COUNTRY COD) et le "
     "[Congo-Brazzaville](COUNTRY COG) rouvrent le pont ; des tirs entre la [Corée](COUNTRY KOR) et la [Corée du "
     "Nord](COUNTRY PRK).",
     "La [RDC](COUNTRY COD) souffre. Le [Congo](COUNTRY COD) vote dimanche."),
    ("C42", "À Pyongyang, on défile. La [Corée](COUNTRY PRK) parade et l'autre [Corée](COUNTRY KOR) regarde.",
     "Ils votent à Séoul. La [Corée](COUNTRY KOR) attend un autre destin."),
    ("C43", "Les [deux Corées](COUNTRY PRK | COUNTRY KOR) se parlent. Au [Sud](COUNTRY KOR), on se méfie du général du "
     "[Nord](COUNTRY PRK) ; le [Nord](COUNTRY PRK) tire au Nord de la ligne, et le vent vient de la mer du Nord.",
     "La [Corée du Nord](COUNTRY PRK) a tiré. Le Nord paie, le Sud attend.",
     "La [Corée du Nord](COUNTRY PRK), la [Corée du Sud](COUNTRY KOR) et l'[Afrique du Sud](COUNTRY ZAF) votent. Le "
     "Nord paie, le Sud attend."),
    ("C44", "La présidente de WWF [France](COUNTRY FRA) et le patron d'Unicef [Sénégal](COUNTRY SEN) protestent.",
     "Air France et Orange Mali embauchent, Radio France Internationale émet."),
    ("C35", "La [principauté de Monaco](COUNTRY MCO) a construit une digue.",
     "En championnat, Monaco a perdu son match au stade."),
]

KNOWN = [
    ("C5b", "Le [Mali](COUNTRY MLI), le [Tchad](COUNTRY TCD) et la [RCA](COUNTRY CAF) ont voté.",
     "a homograph in a list of countries is not borne out by the list"),
    ("D9b", "Un danois noir garde la cour.", "a nationality in small letters with an article and no noun is no person"),
]


@pytest.mark.parametrize("marked", cases([*NAMES, *NATIONALITIES, *STRANGE], KNOWN))
def test_countries(marked, check_rules):
    check_rules(marked, LABELS)


@pytest.mark.parametrize("spelling", SPELLINGS.replace("\n", " ").strip().split(", "))
def test_spellings(spelling, check_rules):
    article, name, iso3 = re.fullmatch("((?:l'|l[ae]s? )?)(.+) ([A-Z]{3})", spelling).groups()
    check_rules(f"Hier, {article}[{name}](COUNTRY {iso3}) a voté.", LABELS)


@pytest.mark.parametrize("marked", [
    "Les [trois Guinées](COUNTRY GIN | COUNTRY GNB | COUNTRY GNQ) votent.",
    "Les [É.-U.](COUNTRY USA) et le [R.-U.](COUNTRY GBR) votent.",
    "La province de Luxembourg, en [Belgique](COUNTRY BEL), vote.",
    "La Macédoine grecque fête sa moisson ; la Nouvelle-Angleterre vote.",
    "Des élus [équato-guinéens](COUNTRY GNQ demonym), [est-timorais](COUNTRY TLS demonym) et "
    "[bissau-guinéens](COUNTRY GNB demonym).",
    "Un pacte [américano-saoudien](COUNTRY USA demonym | COUNTRY SAU demonym), un texte "
    "[belgo-néerlandais](COUNTRY BEL demonym | COUNTRY NLD demonym).",
    "La frontière [algéro-marocaine](COUNTRY DZA demonym | COUNTRY MAR demonym) et le lac "
    "[germano-suisse](COUNTRY DEU demonym | COUNTRY CHE demonym).",
    "Un récital [euro-américain](COUNTRY USA demonym) de musique judéo-arabe en Indo-Pacifique.",
    "Le consulat d'[Italie](COUNTRY ITA) est place d'Italie ; la Bourse [canadienne](COUNTRY CAN demonym) ferme.",
    "Bank of America, la Deutsche Bank et le Tour de France embauchent.",
    "Le Paris-Dakar longe la mer d'Oman, la mer du Japon et l'océan Indien.",
    "DJIBOUTI, 3 mars 2024 – Trois boutres ont été saisis. [Djibouti](COUNTRY DJI) les rendra.",
    "Le procès s'est ouvert à Luxembourg. On vote au [Luxembourg](COUNTRY LUX) et à [Singapour](COUNTRY SGP).",
    "Elle vend moins outre-Manche. [Outre-Manche](COUNTRY GBR), on s'en amuse.",
    "La Première ministre [thaïe](COUNTRY THA demonym) et le président [lao](COUNTRY LAO demonym) ont dîné.",
    "Luxembourg (AFP) – Le [Luxembourg](COUNTRY LUX), 12 médailles, rentre content.",
    "Géorgie ([États-Unis](COUNTRY USA)). Une tornade passe. Le Niger ([Mali](COUNTRY MLI)) est en crue.",
    "Au bord du Niger, elle bat son linge ; en aval du Paraguay, les berges de la Gambie s'effondrent. La frontière du "
    "[Niger](COUNTRY NER) est longue.",
    "Une tête de Turc, des noix du Brésil, un berger allemand, la roulette russe ; il file à l'anglaise.",
])
def test_more_of_each(marked, check_rules):
    check_rules(marked, LABELS)
