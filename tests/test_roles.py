"""Roles (R), row by row of the checklist, with the real model: what is held, by whom, of which ministry and country."""

import pytest
from markup import cases

LABELS = ("ROLE", "PERSON", "MINISTRY")

ROWS = [
    ("R1",
     "Le [directeur général du [ministère togolais des Mines](MINISTRY TG.mines)](ROLE director general; "
     "person=kossi-agbo; ministry=TG.mines; country=TGO), le [général](ROLE general; person=kossi-agbo; country=TGO) "
     "[Kossi Agbo](PERSON kossi-agbo), a démissionné.",
     "La direction générale des mines a publié le cahier des charges."),
    ("R2",
     "Le [sous-secrétaire d'État américain aux océans](ROLE deputy minister; person=alan-whitmore; country=USA), le "
     "Dr [Alan Whitmore](PERSON alan-whitmore), viendra.",
     "Les sous-marins de l'État américain de Floride sont à vendre."),
    ("R3",
     "En France, la [ministre des Armées](ROLE minister; person=catherine-vautrin; ministry=FR.defence; country=FRA) "
     "[Catherine Vautrin](PERSON catherine-vautrin) a visité la base.",
     "En France, le musée des armes anciennes a rouvert."),
    ("R4",
     "Le [secrétaire d'État américain](ROLE minister; person=marco-rubio; ministry=US.foreign-affairs; country=USA) "
     "[Marco Rubio](PERSON marco-rubio) est arrivé.",
     "Une secrétaire a noté l'état du stock américain."),
    ("R4b",
     "La [secrétaire d'État britannique à la Justice](ROLE minister; person=moira-lennox; ministry=GB.justice; "
     "country=GBR), [Moira Lennox](PERSON moira-lennox), recrute."),
    ("R4c",
     "En France, la [secrétaire d'État au Numérique](ROLE deputy minister; person=lise-aubertin; "
     "ministry=FR.digital; country=FRA), [Lise Aubertin](PERSON lise-aubertin), recrute."),
    ("R4d",
     "Le [secrétaire à la Défense](ROLE minister; person=lloyd-austin; ministry=US.defence; country=USA) [Lloyd "
     "Austin](PERSON lloyd-austin) est à Washington.",
     "Une secrétaire à la retraite est à Washington."),
    ("R5",
     "La [cheffe de la diplomatie islandaise](ROLE minister; person=katrin-olsdottir; ministry=IS.foreign-affairs; "
     "country=ISL), [Katrin Olsdottir](PERSON katrin-olsdottir), a parlé.",
     "La diplomatie du chef de chœur a suffi."),
    ("R5b",
     "Le [chancelier autrichien](ROLE head of government; person=karl-nehammer; country=AUT) [Karl "
     "Nehammer](PERSON karl-nehammer) et le [garde des Sceaux](ROLE minister; person=eric-dupond-moretti; "
     "ministry=FR.justice; country=FRA) [Éric Dupond-Moretti](PERSON eric-dupond-moretti) ont signé.",
     "Le garde du parc et le chancelant grand-père ont signé."),
    ("R5c",
     "Le [président du parti socialiste](ROLE party leader; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), "
     "dément.",
     "Le parti socialiste dément depuis hier."),
    ("R5c2",
     "Le [président de l'Autorité palestinienne](ROLE head of state; person=mahmoud-abbas; country=PSE), [Mahmoud "
     "Abbas](PERSON mahmoud-abbas), dément. Le [président de l'Autorité palestinienne](ROLE head of state; "
     "person=mahmoud-abbas; country=PSE) attend.",
     "Le [président de l'Autorité de la concurrence](ROLE head of agency; person=luc-berthaud), [Luc Berthaud](PERSON "
     "luc-berthaud), dément."),
    ("R5d",
     "À Séoul, le [député démocrate sud-coréen](ROLE legislator; person=park-jae-min; country=KOR) [Park "
     "Jae-min](PERSON park-jae-min) a dit non.",
     "Le peuple démocrate sud-coréen a dit non."),
    ("R5e",
     "La [députée Les Engagés](ROLE legislator; person=lise-rivard) [Lise Rivard](PERSON lise-rivard) et "
     "le [député solidaire de Saint-Henri–Sainte-Anne](ROLE legislator; person=luc-berthaud), [Luc "
     "Berthaud](PERSON luc-berthaud), ont voté.",
     "La salle Les Engagés et le [maire](ROLE mayor) vert de rage ont fermé."),
    ("R5f",
     "Les [sénateurs républicains](ROLE legislator; person=tom-hale; country=USA | ROLE legislator; person=john-reed; "
     "country=USA) [Tom Hale](PERSON tom-hale) et [John Reed](PERSON john-reed) ont voté à Washington.",
     "Les sénateurs républicains ont voté."),
    ("R6",
     "Les [ministres de la Pêche marocain et mauritanien](ROLE minister; ministry=MA.fisheries; country=MAR | ROLE "
     "minister; ministry=MR.fisheries; country=MRT) se verront.",
     "Les pêcheurs marocain et mauritanien se verront."),
    ("R7",
     "La [ministre kényane de la Santé et du Travail](ROLE minister; person=grace-wanjiru; "
     "ministry=KE.health+labour; country=KEN), [Grace Wanjiru](PERSON grace-wanjiru), s'est tue.",
     "La médecine kényane de la santé et du travail s'est tue."),
    ("R8",
     "L'[ancien président péruvien](ROLE head of state; person=alejandro-toledo; country=PER; status=former) "
     "[Alejandro Toledo](PERSON alejandro-toledo) est rentré.",
     "Un ancien élève péruvien est rentré."),
    ("R8b",
     "Le [Premier ministre par intérim](ROLE head of government; person=ariel-henry; country=HTI; status=acting), "
     "[Ariel Henry](PERSON ariel-henry), a quitté Haïti.",
     "Le premier remplaçant par intérêt a quitté Haïti."),
    ("R8c",
     "Le [président élu du Guatemala](ROLE head of state; person=bernardo-arevalo; country=GTM; status=elect), "
     "[Bernardo Arévalo](PERSON bernardo-arevalo), attend.",
     "Un morceau élu au Guatemala attend."),
    ("R9",
     "[Oleg Sandu](PERSON oleg-sandu), [ministre moldave du Budget](ROLE minister; person=oleg-sandu; "
     "ministry=MD.budget; country=MDA), a souri.",
     "[Oleg Sandu](PERSON oleg-sandu), moldave, a souri."),
    ("R9b",
     "[Oleg Sandu](PERSON oleg-sandu) ([ministre moldave du Budget](ROLE minister; person=oleg-sandu; "
     "ministry=MD.budget; country=MDA)) a souri."),
    ("R9c",
     "Le [ministre moldave du Budget](ROLE minister; person=oleg-sandu; ministry=MD.budget; country=MDA), [Oleg "
     "Sandu](PERSON oleg-sandu), a souri."),
    ("R9d",
     "Le [ministre moldave du Budget](ROLE minister; person=oleg-sandu; ministry=MD.budget; country=MDA) [Oleg "
     "Sandu](PERSON oleg-sandu) a souri."),
    ("R10",
     "Le [porte-parole du [ministère tchadien de la Justice](MINISTRY TD.justice)](ROLE spokesperson; "
     "person=idriss-mahamat; ministry=TD.justice; country=TCD), [Idriss Mahamat](PERSON idriss-mahamat), a démenti.",
     "Le porte-voix du palais de justice grésille."),
    ("R11",
     "Le [ministre letton de la Santé](ROLE minister; person=janis-ozols; ministry=LV.health; country=LVA), [Janis "
     "Ozols](PERSON janis-ozols), a reçu son [homologue estonien](ROLE minister; person=mart-tamm; "
     "ministry=EE.health; country=EST) [Mart Tamm](PERSON mart-tamm).",
     "Le stylo letton et son équivalent estonien se valent."),
    ("R24",
     "Le Kremlin nie viser l'Ukraine. « Absurde », ironise son [porte-parole](ROLE spokesperson; person=ivan-dobrov; "
     "country=RUS), [Ivan Dobrov](PERSON ivan-dobrov).",
     "L'Ukraine dément. Le syndicat et son [porte-parole](ROLE spokesperson; person=luc-berthaud), [Luc "
     "Berthaud](PERSON luc-berthaud), aussi.",
     "L'acteur vit au Canada. Leur [porte-parole](ROLE spokesperson; person=luc-berthaud), [Luc Berthaud](PERSON "
     "luc-berthaud), dément."),
    ("R24b",
     "[Giorgia Meloni](PERSON giorgia-meloni) a reçu [Emmanuel Macron](PERSON emmanuel-macron). Sa [ministre des "
     "Sports](ROLE minister; person=ana-belloso; ministry=IT.sport; country=ITA), [Ana Belloso](PERSON ana-belloso), "
     "évoque le Pérou.",
     "[Luc Berthaud](PERSON luc-berthaud) vit au Pérou. Son [conseiller](ROLE adviser; person=oleg-sandu), [Oleg "
     "Sandu](PERSON oleg-sandu), rit."),
    ("R24c",
     "Le [Pentagone](MINISTRY US.defence) nie viser la Syrie. Son [porte-parole](ROLE spokesperson; person=tom-hale; "
     "ministry=US.defence; country=USA), [Tom Hale](PERSON tom-hale), et [Keir Starmer](PERSON keir-starmer), avec sa "
     "[ministre des Mines](ROLE minister; person=eva-maillard; ministry=GB.mines; country=GBR), [Éva Maillard](PERSON "
     "eva-maillard), sont au Liban."),
    ("R24d",
     "Le [colonel malien](ROLE military officer; person=idriss-keita; country=MLI) [Idriss Keita](PERSON idriss-keita) "
     "est au Niger. Le [porte-parole](ROLE spokesperson; person=idriss-keita; country=MLI) [Idriss Keita](PERSON "
     "idriss-keita) y dort."),
    ("R24e",
     "Le [chancelier allemand](ROLE head of government; country=DEU) a envoyé son [conseiller diplomatique](ROLE "
     "adviser; person=jens-kolb; country=DEU), [Jens Kolb](PERSON jens-kolb), en Pologne.",
     "Le patron de Brillard et sa [porte-parole](ROLE spokesperson; person=lise-rivard), [Lise "
     "Rivard](PERSON lise-rivard), mentent."),
    ("R25",
     "Moscou envoie son [conseiller pour les affaires du Nord](ROLE adviser; person=ivan-dobrov; country=RUS), [Ivan "
     "Dobrov](PERSON ivan-dobrov), et la [conseillère du [Premier ministre](ROLE head of government; "
     "country=RUS) pour les ports](ROLE adviser; person=lise-rivard; country=RUS), [Lise Rivard](PERSON "
     "lise-rivard), y va.",
     "La conseillère a voté pour la loi, [Luc Berthaud](PERSON luc-berthaud) aussi. Les conseillers votent "
     "pour le bac."),
    ("R25b",
     "L'[envoyée pour la Syrie](ROLE envoy; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), dément.",
     "L'avion envoyé pour la Syrie dément."),
    ("R26",
     "[Karim Nasser](PERSON karim-nasser), le [Premier ministre libanais](ROLE head of government; "
     "person=karim-nasser; country=LBN), sort. « Non », dit le [Premier ministre](ROLE head of government; "
     "person=karim-nasser; country=LBN) à l'issue du vote.",
     "À Beyrouth, le [Premier ministre](ROLE head of government; country=LBN) en parle."),
    ("R26b",
     "La [gérante du bar](ROLE other; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), rit. La "
     "[gérante](ROLE other; person=lise-rivard) en a profité pour fermer.",
     "Le [potier](ROLE other; person=luc-berthaud) [Luc Berthaud](PERSON luc-berthaud) et le [potier](ROLE other; "
     "person=oleg-sandu) [Oleg Sandu](PERSON oleg-sandu) rient. Le potier ferme."),
    ("R26c",
     "La [présidente du jury](ROLE other; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), rit. La "
     "[présidente](ROLE other; person=lise-rivard) est partie.",
     "Le [président du Sénat](ROLE speaker; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), a vu le "
     "[président](ROLE head of state)."),
    ("R27",
     "La [ministre kényane de la Pêche](ROLE minister; ministry=KE.fisheries; country=KEN) est là. La [ministre](ROLE "
     "minister; ministry=KE.fisheries; country=KEN) a vu ses [homologues togolais, malien et béninois](ROLE minister; "
     "person=kossi-agbo; ministry=TG.fisheries; country=TGO | ROLE minister; person=idriss-keita; "
     "ministry=ML.fisheries; country=MLI | ROLE minister; person=luc-hounde; ministry=BJ.fisheries; country=BEN), "
     "[Kossi Agbo](PERSON "
     "kossi-agbo), [Idriss Keita](PERSON idriss-keita) et [Luc Houndé](PERSON luc-hounde).",
     "Les chats kényan et togolais ont vu [Kossi Agbo](PERSON kossi-agbo) et [Luc Houndé](PERSON luc-hounde)."),
    ("R27b",
     "Le [ministre letton de la Santé](ROLE minister; person=janis-ozols; ministry=LV.health; country=LVA), [Janis "
     "Ozols](PERSON janis-ozols), sort. Le [ministre](ROLE minister; person=janis-ozols; ministry=LV.health; "
     "country=LVA) a vu son [homologue estonien](ROLE minister; person=mart-tamm; ministry=EE.health; country=EST), "
     "[Mart Tamm](PERSON mart-tamm)."),
    ("R28",
     "Le [président de la Confédération africaine de football](ROLE other; person=luc-hounde), [Luc Houndé](PERSON "
     "luc-hounde), et [Lise Rivard](PERSON lise-rivard), [présidente de l'Union nationale des producteurs de "
     "laine](ROLE "
     "other; person=lise-rivard), signent.",
     "La [présidente de la Confédération](ROLE head of state; person=lise-rivard; country=CHE), [Lise Rivard](PERSON "
     "lise-rivard), est en Suisse."),
    ("R28b",
     "Le [directeur du port de Sète](ROLE other; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), et "
     "l'[avocate "
     "de la partie civile](ROLE other; person=lise-rivard) [Lise Rivard](PERSON lise-rivard) signent.",
     "La directrice du bar annonce la fin, [Lise Rivard](PERSON lise-rivard) aussi. Le patron ferme le bar."),
    ("R28c",
     "[Éva Maillard](PERSON eva-maillard), [graphiste](ROLE other; person=eva-maillard) de 29 ans, rit.",
     "[Éva Maillard](PERSON eva-maillard), 29 ans, rit du port de Sète."),
    ("R29",
     "Au [ministère togolais des Mines](MINISTRY TG.mines), le [vice-ministre](ROLE deputy minister; "
     "person=kossi-agbo; "
     "ministry=TG.mines; country=TGO), [Kossi Agbo](PERSON kossi-agbo), rit avec le [gouverneur militaire de "
     "l'Ituri](ROLE governor; country=COD)."),
    ("R29b",
     "[Idriss Keita](PERSON idriss-keita), promu [général](ROLE general; person=idriss-keita), et [Oleg Sandu](PERSON "
     "oleg-sandu), nommé depuis [Premier ministre](ROLE head of government; person=oleg-sandu), rient.",
     "[Idriss Keita](PERSON idriss-keita), promu hier, et [Oleg Sandu](PERSON oleg-sandu), nommé depuis peu, rient."),
    ("R29c",
     "[Paul Berthaud](PERSON paul-berthaud) est là. Élu après la chute de [Jean Sandu](PERSON jean-sandu), cet [ancien "
     "avocat](ROLE other; person=paul-berthaud; status=former) rit. « Oui », dit ce [potier](ROLE other; "
     "person=paul-berthaud) de 34 ans.",
     "[Lise Rivard](PERSON lise-rivard) est là. Cet éleveur est content. Ce vieux potier aussi."),
    ("R29d",
     "[Lise Rivard](PERSON lise-rivard), [gérante d'une épicerie à Dumbéa](ROLE other; person=lise-rivard), et [Luc "
     "Berthaud](PERSON luc-berthaud), [patron d'un atelier de tissage](ROLE other; person=luc-berthaud), rient.",
     "La gérante d'une épicerie est à Dumbéa, [Lise Rivard](PERSON lise-rivard) aussi."),
    ("R29e",
     "En RDC, en RDC, le [général](ROLE general; person=idriss-keita; country=UGA) [Idriss Keita](PERSON "
     "idriss-keita), "
     "fils du [président](ROLE head of state; person=yoweri-museveni; country=UGA) [Yoweri Museveni](PERSON "
     "yoweri-museveni), rit.",
     "En RDC, en RDC, le [général](ROLE general; person=idriss-keita; country=COD) [Idriss Keita](PERSON idriss-keita) "
     "a vu [Yoweri Museveni](PERSON yoweri-museveni)."),
    ("R30",
     "[Rosa Dossou](PERSON rosa-dossou), [conservatrice à Ouidah](ROLE other; person=rosa-dossou), et la "
     "[grutière](ROLE other; person=lise-rivard) [Lise Rivard](PERSON lise-rivard) ont vu [Luc Berthaud](PERSON "
     "luc-berthaud), [décolleteur](ROLE other; person=luc-berthaud).",
     "La presse conservatrice à Ouidah rit. Le parti conservateur perd, le carreleur aussi."),
    ("R32", "[Dora Kelmendi](PERSON dora-kelmendi), 54 ans, redevient [préfète](ROLE prefect; person=dora-kelmendi) ; "
     "[Ana Ruiz](PERSON ana-ruiz) s'est proclamée [présidente](ROLE head of state; person=ana-ruiz).",
     "[Dora Kelmendi](PERSON dora-kelmendi), juge que rien ne presse, et [Ana Ruiz](PERSON ana-ruiz), représentant la "
     "section, a désigné un expert. Journaliste : que dit [Bo Lindt](PERSON bo-lindt) ?"),
    ("R32b", "Le [ministre](ROLE minister; person=paul-renard), [Paul Renard](PERSON paul-renard), s'est tu. Pour la "
     "[députée](ROLE legislator; person=zoe-lambert) [Zoé Lambert](PERSON zoe-lambert), le [ministre](ROLE minister; "
     "person=paul-renard) « promet beaucoup »."),
    ("R32c", "La Colombie arme. Son [président](ROLE head of state; person=gustavo-petro; country=COL), "
     "[Gustavo Petro](PERSON gustavo-petro), dénonce. Le [maire d'Athènes](ROLE mayor; country=GRC) se tait."),
    ("R33",
     "[Ana Ruiz](PERSON ana-ruiz), jusqu'ici [ambassadrice au Pérou](ROLE ambassador; person=ana-ruiz), part. On "
     "cite [Bo Lindt](PERSON bo-lindt) comme [conseiller](ROLE adviser; person=bo-lindt) et [Ivo Tal](PERSON ivo-tal) "
     "pour la banque. [Kim Doré](PERSON kim-dore), de retour en ville, devient [préfète](ROLE prefect; "
     "person=kim-dore)."),
    ("R33d", "[Emmanuel Macron](PERSON emmanuel-macron) a reçu [Volodymyr Zelensky](PERSON volodymyr-zelensky). Son "
     "[ministre des Affaires étrangères](ROLE minister; person=andrii-sybiha; ministry=UA.foreign-affairs; "
     "country=UKR), [Andrii Sybiha](PERSON andrii-sybiha), l'a suivi.",
     "Mme [Ndiaye](PERSON ndiaye) vend du riz."),
    ("R33b", "L'[ambassadeur](ROLE ambassador; person=marc-roth), [Marc Roth](PERSON marc-roth), s'est tu. "
     "L'[ambassadrice](ROLE ambassador) est rentrée."),
    ("R33c", "Au Sénégal, [Awa Gueye](PERSON awa-gueye) est nommée [garde des Sceaux](ROLE minister; person=awa-gueye; "
     "ministry=SN.justice; country=SEN)."),
    ("R31",
     "Le [chef de la mission de l'ONU en RDC](ROLE other; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), "
     "et "
     "la [vice-présidente du Parlement européen](ROLE other; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), "
     "rient.",
     "Le chef de la cuisine est en RDC, [Luc Berthaud](PERSON luc-berthaud) aussi."),
    ("R31c",
     "Le [président en exercice de la Cédéao](ROLE head of agency; person=luc-hounde), [Luc Houndé](PERSON "
     "luc-hounde), rit.",
     "Le [président](ROLE head of state) en vacances rit."),
    ("R31b",
     "Le [commandant de la base navale](ROLE military commander; person=luc-berthaud), [Luc Berthaud](PERSON "
     "luc-berthaud), rit.",
     "Le [commandant de bord](ROLE other; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), rit."),
    ("R12",
     "La [ministre bolivienne de l'Eau](ROLE minister; ministry=BO.water; country=BOL) a prévenu les maires.",
     "La compagnie bolivienne de l'eau a prévenu ses abonnés."),
    ("R12b",
     "Le [Premier ministre népalais](ROLE head of government; country=NPL) a prévenu les partis.",
     "Le premier alpiniste népalais a prévenu les secours."),
    ("R1b", "Le [directeur général du [ministère togolais des Mines](MINISTRY TG.mines)](ROLE director general; "
     "person=kossi-agbo; ministry=TG.mines; country=TGO), le [colonel](ROLE military officer; person=kossi-agbo; "
     "country=TGO) [Kossi Agbo](PERSON kossi-agbo), a démissionné."),
    ("R13",
     "[Potier à Brioude](ROLE other; person=luc-berthaud) depuis 1990, [Luc Berthaud](PERSON luc-berthaud) vend ses "
     "pots.",
     "Potier à Brioude depuis 1990, le métier rapporte peu."),
    ("R13b",
     "[Éva Maillard](PERSON eva-maillard) vend ses pots. [Potière à Vallauris](ROLE other; person=eva-maillard), elle "
     "cuit au bois.",
     "Les fours refroidissent. Potière à Vallauris, elle cuit au bois."),
    ("R14",
     "[Inès Cadoret](PERSON ines-cadoret) a gagné. La [nageuse](ROLE other; person=ines-cadoret) a pleuré.",
     "[Luc Berthaud](PERSON luc-berthaud) a gagné. La nageuse bretonne a pleuré."),
    ("R14b",
     "[Inès Cadoret](PERSON ines-cadoret) a signé. L'[ancienne comptable](ROLE other; person=ines-cadoret; "
     "status=former) jubile.",
     "[Inès Cadoret](PERSON ines-cadoret) et [Éva Maillard](PERSON eva-maillard) ont signé. L'ancienne comptable "
     "jubile. Le boulanger aussi."),
    ("R15",
     "[Luc Berthaud](PERSON luc-berthaud), [maire de Nîmes](ROLE mayor; person=luc-berthaud; country=FRA) et [ancien "
     "préfet](ROLE prefect; person=luc-berthaud; country=FRA; status=former), et [Ana Belloso](PERSON ana-belloso) se "
     "sont vus.",
     "La boutique ferme, et [Ana Belloso](PERSON ana-belloso) le regrette."),
    ("R16",
     "Le [député LR](ROLE legislator; person=luc-berthaud; country=FRA) [Luc Berthaud](PERSON luc-berthaud) et la "
     "[sénatrice (PS) de l'Aude](ROLE legislator; person=lise-rivard; country=FRA), [Lise Rivard](PERSON lise-rivard), "
     "votent la loi."),
    ("R16b",
     "Le [chef d'un petit parti agrarien](ROLE party leader; person=oleg-sandu), [Oleg Sandu](PERSON oleg-sandu), "
     "s'est tu.",
     "Un petit parti agrarien s'est tu."),
    ("R17",
     "« On verra bien », a dit la [philosophe](ROLE other; person=lise-rivard) [Lise Rivard](PERSON lise-rivard).",
     "« On verra bien », philosophe [Lise Rivard](PERSON lise-rivard). « Trop tard », juge [Luc "
     "Berthaud](PERSON luc-berthaud)."),
    ("R18",
     "La [ministre lettone de la Santé](ROLE minister; person=ana-ozola; ministry=LV.health; country=LVA), [Ana "
     "Ozola](PERSON ana-ozola), écrit à ses [homologues estonien et lituanien](ROLE minister; ministry=EE.health; "
     "country=EST | ROLE minister; ministry=LT.health; country=LTU).",
     "La pharmacie lettone écrit à ses clients estonien et lituanien."),
    ("R19",
     "Le [patron de Brillard](ROLE other; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), et la [présidente "
     "de l'Agence de l'eau](ROLE head of agency; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), signent.",
     "Le patron de l'essai, la couture et le tissu plaisent."),
    ("R23",
     "La [secrétaire du Conseil de sûreté](ROLE other; person=lise-rivard), [Lise Rivard](PERSON lise-rivard), signe "
     "pour le [conseiller de [Luc Berthaud](PERSON luc-berthaud)](ROLE adviser; person=eva-maillard), [Éva "
     "Maillard](PERSON eva-maillard).",
     "La secrétaire du conseil de classe signe le carnet."),
    ("R21",
     "L'amendement est adopté, dit le rapporteur. Mme la [présidente](ROLE speaker). La séance est levée.",
     "Mme la présente et M. le précédent : la séance est levée sur un amendement."),
    ("R22",
     "Au Bundestag, le [député social-démocrate](ROLE legislator; person=jens-kolb; country=DEU) [Jens "
     "Kolb](PERSON jens-kolb) a dit non, et la [députée libérale de Brême](ROLE legislator; person=ute-lang; "
     "country=DEU), [Ute Lang](PERSON ute-lang), aussi. En Allemagne, on rit."),
    ("R20",
     "Le [curé](ROLE other; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), et l'[institutrice "
     "retraitée](ROLE other; person=lise-rivard; status=former) [Lise Rivard](PERSON lise-rivard) dînent."),
    ("R47",
     "[Lise Rivard](PERSON lise-rivard), 34 ans, [notaire](ROLE other; person=lise-rivard), et [Luc Berthaud](PERSON"
     " luc-berthaud), né à Lyon, [boulanger](ROLE other; person=luc-berthaud), rient.",
     "[Lise Rivard](PERSON lise-rivard) a 34 ans, et [Luc Berthaud](PERSON luc-berthaud), né à Lyon, est là."),
    ("R47b",
     "[Lise Rivard](PERSON lise-rivard), éphémère [ambassadrice](ROLE ambassador; person=lise-rivard), rit.",
     "[Lise Rivard](PERSON lise-rivard), éphémère invitée, rit."),
    ("R48",
     "[Lise Rivard](PERSON lise-rivard) fut pendant onze mois [secrétaire générale de l'Otan](ROLE secretary "
     "general; person=lise-rivard; status=former). [Luc Berthaud](PERSON luc-berthaud), hier [sénateur](ROLE "
     "legislator; person=luc-berthaud; status=former), aujourd'hui [boulanger](ROLE other; person=luc-berthaud), "
     "rit.",
     "[Lise Rivard](PERSON lise-rivard) a attendu pendant onze mois. Hier, [Luc Berthaud](PERSON luc-berthaud) a ri."),
    ("R48b",
     "[Lise Rivard](PERSON lise-rivard), [députée](ROLE legislator; person=lise-rivard; status=former) de 2002 à "
     "2007, et [Luc Berthaud](PERSON luc-berthaud), [sénateur](ROLE legislator; person=luc-berthaud; status=former) "
     "jusqu'en 2010, rient.",
     "[Lise Rivard](PERSON lise-rivard) rit de 2002 à 2007."),
    ("R49",
     "[Luc Berthaud](PERSON luc-berthaud) attend. Il sera [préfet](ROLE prefect; person=luc-berthaud; status=elect) "
     "en mai.",
     "[Luc Berthaud](PERSON luc-berthaud) attend. Il sera là en mai."),
    ("R50",
     "[Oleg Sandu](PERSON oleg-sandu) et [Jens Kolb](PERSON jens-kolb), [sénateurs](ROLE legislator; "
     "person=oleg-sandu | ROLE legislator; person=jens-kolb), rient. Confié à [Lise Rivard](PERSON lise-rivard) et à"
     " [Luc Berthaud](PERSON luc-berthaud), les deux [ambassadeurs](ROLE ambassador; person=lise-rivard | ROLE "
     "ambassador; person=luc-berthaud), le dossier dort.",
     "[Oleg Sandu](PERSON oleg-sandu) et [Jens Kolb](PERSON jens-kolb) rient. Les sénateurs dorment."),
    ("R51",
     "Le [secrétaire général de l'Office des Ponts](ROLE secretary general; person=luc-berthaud) (ODP), [Luc "
     "Berthaud](PERSON luc-berthaud), rit.",
     "Le pont de l'Office des Ponts (ODP) est fermé."),
    ("R52",
     "Lors du passage du [président](ROLE head of state; person=tom-hale; country=LVA) [Tom Hale](PERSON tom-hale), "
     "la [ministre lettone de la Santé](ROLE minister; person=lise-rivard; ministry=LV.health; country=LVA), [Lise "
     "Rivard](PERSON lise-rivard), a reçu [Jens Kolb](PERSON jens-kolb), son [homologue estonien](ROLE minister; "
     "person=jens-kolb; ministry=EE.health; country=EST)."),
    ("R52b",
     "Le [ministre malien de la Santé](ROLE minister; person=idriss-keita; ministry=ML.health; country=MLI), [Idriss"
     " Keita](PERSON idriss-keita), a vu l'[ambassadeur de Norvège](ROLE ambassador; country=NOR). Son [homologue "
     "tchadien](ROLE minister; person=oleg-sandu; ministry=TD.health; country=TCD) [Oleg Sandu](PERSON oleg-sandu) "
     "dort."),
    ("R53",
     "Le [maire](ROLE mayor; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), a ri.",
     "Selon le [maire](ROLE mayor), [Luc Berthaud](PERSON luc-berthaud) a menti.",
     "Le [maire](ROLE mayor) et [Luc Berthaud](PERSON luc-berthaud) ont menti.",
     "La docteure [Lise Rivard](PERSON lise-rivard) soigne."),
    ("R54",
     "[Luc Berthaud](PERSON luc-berthaud) succède à [Lise Rivard](PERSON lise-rivard) comme [préfet](ROLE prefect; "
     "person=luc-berthaud) ; [Oleg Sandu](PERSON oleg-sandu) vient d'être nommé [maire](ROLE mayor; "
     "person=oleg-sandu). Élue [sénatrice](ROLE legislator; person=lise-rivard) en mai, [Lise Rivard](PERSON "
     "lise-rivard) rit."),
    ("R60",
     "Au Pérou, [Ana Belloso](PERSON ana-belloso) a visité le barrage. La [ministre de l'Eau](ROLE minister; "
     "person=ana-belloso; ministry=PE.water; country=PER) promet des pompes.",
     "Au Pérou, [Luc Berthaud](PERSON luc-berthaud) a visité le barrage. La [ministre de l'Eau](ROLE minister; "
     "ministry=PE.water; country=PER) promet des pompes."),
    ("R60b",
     "« Trop cher », tranche [Oleg Sandu](PERSON oleg-sandu). Le [céramiste](ROLE other; person=oleg-sandu) a fermé.",
     "[Oleg Sandu](PERSON oleg-sandu) et [Jens Kolb](PERSON jens-kolb) ont signé. Le céramiste a fermé.",
     "[Oleg Sandu](PERSON oleg-sandu) a parlé dans le cadre du festival."),
    ("R60c",
     "Le [ministre estonien de la Pêche](ROLE minister; person=mart-tamm; ministry=EE.fisheries; country=EST), [Mart "
     "Tamm](PERSON mart-tamm), a reçu la [ministre lettone de la Pêche](ROLE minister; person=ana-ozola; "
     "ministry=LV.fisheries; country=LVA), [Ana Ozola](PERSON ana-ozola). Les deux [ministres](ROLE minister; "
     "person=mart-tamm; ministry=EE.fisheries; country=EST | ROLE minister; person=ana-ozola; ministry=LV.fisheries; "
     "country=LVA) dînent.",
     "[Mart Tamm](PERSON mart-tamm) a reçu [Ana Ozola](PERSON ana-ozola). Les deux ministres dînent."),
    ("R61",
     "[Awa Gueye](PERSON awa-gueye) nie, dit son [conseil](ROLE other; person=yasser-nasri), Me [Yasser Nasri](PERSON "
     "yasser-nasri).",
     "[Yasser Nasri](PERSON yasser-nasri), songeur, et [Awa Gueye](PERSON awa-gueye), talentueuse, rient au conseil.",
     "[Yasser Nasri](PERSON yasser-nasri), dossier en main, et [Awa Gueye](PERSON awa-gueye), méticuleuse, ont ri."),
    ("R61c",
     "[Vladimir Poutine](PERSON vladimir-poutine) a ordonné la mobilisation. Le [porte-parole du Kremlin](ROLE "
     "spokesperson; country=RUS) a tenté d'apaiser.",
     "Israël : [Benyamin Netanyahou](PERSON benyamin-netanyahou) limoge son [ministre de la Défense](ROLE minister; "
     "ministry=IL.defence; country=ISR).",
     "[Donald Trump](PERSON donald-trump) a téléphoné. Le [président chinois](ROLE head of state; country=CHN) a "
     "répondu.",
     "[Fidel Tamm](PERSON fidel-tamm), [boulanger](ROLE other; person=fidel-tamm), vit avec Mme [Awa Tamm](PERSON "
     "awa-tamm). Le [boulanger](ROLE other; person=fidel-tamm) dort."),
    ("R61b",
     "J'ai vu [Awa Gueye](PERSON awa-gueye), ma [coiffeuse](ROLE other; person=awa-gueye), hier."),
    ("R61d",
     "Berne retire son [ambassadeur](ROLE ambassador; country=CHE) de Lima.",
     "L'[ambassadeur de Lima](ROLE ambassador; country=PER) a protesté."),
    ("R62",
     "Au Togo, le [ministre de la Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; country=TGO), [Kossi "
     "Agbo](PERSON kossi-agbo), a consulté son [collègue de la Santé](ROLE minister; ministry=TG.health; "
     "country=TGO).",
     "[Kossi Agbo](PERSON kossi-agbo) a consulté son collègue de bureau et la titulaire du poste."),
    ("R62b",
     "Au Togo, l'[ancien titulaire de la Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; "
     "country=TGO; status=former), [Kossi Agbo](PERSON kossi-agbo), rit.",
     "Au Togo, le titulaire de la chaire et la titulaire en défense rient."),
    ("R63",
     "Le [ministère togolais de la Pêche](MINISTRY TG.fisheries) s'en va. Son [patron](ROLE minister; "
     "person=kossi-agbo; ministry=TG.fisheries; country=TGO), [Kossi Agbo](PERSON kossi-agbo), rit.",
     "Le chantier s'en va. Son [patron](ROLE head of agency; person=kossi-agbo), [Kossi Agbo](PERSON kossi-agbo), "
     "rit."),
    ("R64",
     "Le Togo rappelle ses [ministres de la Pêche et de la Santé](ROLE minister; ministry=TG.fisheries; country=TGO | "
     "ROLE minister; ministry=TG.health; country=TGO).",
     "Le Togo rappelle ses bateaux de pêche et de santé."),
    ("R65",
     "Le Togo rappelle ses [ambassadeurs à Riyad et à Doha](ROLE ambassador; person=kossi-agbo; country=TGO | ROLE "
     "ambassador; person=awa-gueye; country=TGO), [Kossi Agbo](PERSON kossi-agbo) et [Awa Gueye](PERSON awa-gueye)."),
    ("R66",
     "Au Togo, la [présidente de la région Maritime](ROLE other; person=awa-gueye), [Awa Gueye](PERSON awa-gueye), et "
     "le [procureur près le tribunal de Lomé](ROLE prosecutor; person=kossi-agbo; country=TGO), [Kossi "
     "Agbo](PERSON kossi-agbo), rient."),
    ("R67",
     "Au Togo, [Kossi Agbo](PERSON kossi-agbo) succède à [Oleg Sandu](PERSON oleg-sandu) au poste de [ministre de la "
     "Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; country=TGO).",
     "Au Togo, on remercie la [ministre de la Pêche](ROLE minister; ministry=TG.fisheries; country=TGO) d'avoir tenu."),
    ("R68",
     "Au Togo, le [chef du Parti de l'espoir](ROLE party leader; person=kossi-agbo; country=TGO), [Kossi "
     "Agbo](PERSON kossi-agbo), et le [porte-parole de la police](ROLE spokesperson; person=oleg-sandu; country=TGO), "
     "[Oleg Sandu](PERSON oleg-sandu), rient.",
     "Au Togo, le [porte-parole du cirque](ROLE spokesperson; person=oleg-sandu), [Oleg Sandu](PERSON oleg-sandu), et "
     "la [directrice générale de l'OMS](ROLE director general; person=awa-gueye), [Awa Gueye](PERSON awa-gueye), "
     "rient."),
    ("R70",
     "La victime et son [conseil](ROLE other; person=lise-rivard), Me [Lise Rivard](PERSON lise-rivard), sortent.",
     "Suivez son conseil, [Luc Berthaud](PERSON luc-berthaud) : partez."),
    ("R71",
     "Au Togo, le [député élu](ROLE legislator; person=kossi-agbo; country=TGO; status=elect) [Kossi Agbo](PERSON "
     "kossi-agbo) rit ; [Awa Gueye](PERSON awa-gueye), désignée [préfète](ROLE prefect; person=awa-gueye; "
     "country=TGO; status=elect), attend.",
     "Au Togo, [Kossi Agbo](PERSON kossi-agbo), [député](ROLE legislator; person=kossi-agbo; country=TGO) élu à "
     "Kara, rit."),
    ("R69",
     "[Kossi Agbo](PERSON kossi-agbo), de nouveau [candidat à la mairie](ROLE mayor; person=kossi-agbo; "
     "status=candidate), devenait [commandant de la base](ROLE military commander; person=kossi-agbo)."),
    # ages, terms and numbers around a function, and who is called something
    ("R40",
     "Un [capitaine](ROLE military officer; person=yao-kobenan) de quarante-deux ans, [Yao Kobenan](PERSON "
     "yao-kobenan), a pris le fort. [Albert Morvan](PERSON albert-morvan), trente ans durant [sabotier à Sizun](ROLE "
     "other; person=albert-morvan), dort.",
     "Une enquête interne vise le matériel adjoint au lot de quarante-deux capitaineries."),
    ("R40b",
     "Le [gérant](ROLE other; person=paul-riou) s'appelle [Paul Riou](PERSON paul-riou), son [adjointe](ROLE other; "
     "person=lise-kerbrat) se nomme [Lise Kerbrat](PERSON lise-kerbrat).",
     "La péniche du gérant s'appelle Belle-Île, le chien de la voisine Oslo."),
    ("R40c",
     "[Jean Servat](PERSON jean-servat), troisième du nom, [tonnelier](ROLE other; person=jean-servat), ferme. « On "
     "dort peu », souffle l'[interne](ROLE other; person=maud-lebrun) [Maud Lebrun](PERSON maud-lebrun). [Nora "
     "Belkacem](PERSON nora-belkacem), [adjointe à la voirie](ROLE other; person=nora-belkacem), promet un banc."),
    ("R40d",
     "[Hugo Marceau](PERSON hugo-marceau) démissionne. « Il a tort », tonne l'éditorialiste du Courrier des Vosges."),
    ("R40e",
     "L'administration [Obama](PERSON barack-obama), la [reine du Danemark](ROLE monarch; country=DNK) et le pape : "
     "tous attendent."),
    ("R41",
     "En Norvège, où l'attendait son [homologue](ROLE minister; person=per-halvorsen; ministry=NO.fisheries; "
     "country=NOR) [Per Halvorsen](PERSON per-halvorsen), la [ministre togolaise de la Pêche](ROLE minister; "
     "person=lina-korsakov; ministry=TG.fisheries; country=TGO), [Lina Korsakov](PERSON lina-korsakov), a ri.",
     "Devant les députés, elle a cité son [homologue](ROLE minister; person=per-halvorsen) [Per Halvorsen](PERSON "
     "per-halvorsen)."),
]

MORE = [
    "Le [patron du [Pentagone](MINISTRY US.defence)](ROLE minister; ministry=US.defence; country=USA) dément.",
    "Le [locataire de l'Élysée](ROLE head of state; country=FRA) dément.",
    "L'[hôte de la Maison-Blanche](ROLE head of state; country=USA) dément.",
    "Le [grand argentier italien](ROLE minister; ministry=IT.finance; country=ITA) dément.",
    "Le [prince héritier saoudien](ROLE crown prince; country=SAU; person=mohammed-ben-salmane) "
    "[MBS](PERSON mohammed-ben-salmane) dément.",
    "Le [raïs égyptien](ROLE head of state; country=EGY) dément.",
    "Le [roi de Norvège](ROLE monarch; country=NOR) dément.",
    "Le [vice-président iranien](ROLE deputy head of state; country=IRN; person=ali-moradi), [Ali "
    "Moradi](PERSON ali-moradi), dément.",
    "La [vice-Première ministre ukrainienne](ROLE deputy head of government; country=UKR; person=olha-bondar), [Olha "
    "Bondar](PERSON olha-bondar), dément.",
    "L'[ambassadrice du Canada à Paris](ROLE ambassador; country=CAN; person=lise-rivard), [Lise "
    "Rivard](PERSON lise-rivard), dément.",
    "L'[émissaire américain](ROLE envoy; country=USA; person=tom-harwell) [Tom Harwell](PERSON tom-harwell) dément.",
    "Le [maire de Nîmes](ROLE mayor; person=luc-berthaud; country=FRA), [Luc Berthaud](PERSON luc-berthaud), dément.",
    "La [préfète de l'Aude](ROLE prefect; person=eva-maillard; country=FRA), [Éva Maillard](PERSON eva-maillard), "
    "dément.",
    "La [procureure de Lorient](ROLE prosecutor; person=ines-cadoret; country=FRA), [Inès Cadoret](PERSON "
    "ines-cadoret), dément.",
    "La [présidente du Sénat](ROLE speaker; person=ana-belloso), [Ana Belloso](PERSON ana-belloso), dément.",
    "Le [secrétaire général de l'Otan](ROLE secretary general; person=mark-rutte), [Mark Rutte](PERSON mark-rutte), "
    "dément.",
    "Le [député](ROLE legislator; person=luc-berthaud) [Luc Berthaud](PERSON luc-berthaud) dément.",
    "La [chanteuse](ROLE other; person=lise-rivard) [Lise Rivard](PERSON lise-rivard) dément.",
    "Le [chef de l'opposition](ROLE opposition leader; person=luc-berthaud), [Luc Berthaud](PERSON luc-berthaud), "
    "dément.",
    "Le [conseiller diplomatique](ROLE adviser; person=luc-berthaud) [Luc Berthaud](PERSON luc-berthaud) dément.",
    "L'[ex-ministre chilienne du Travail](ROLE minister; ministry=CL.labour; country=CHL; status=former; "
    "person=ana-belloso) [Ana Belloso](PERSON ana-belloso) dément.",
    "[Ana Belloso](PERSON ana-belloso) est [ministre chilienne du Travail](ROLE minister; ministry=CL.labour; "
    "country=CHL; person=ana-belloso).",
    "Les [ministres chilien et péruvien du Travail](ROLE minister; ministry=CL.labour; country=CHL; "
    "person=luc-berthaud | ROLE minister; ministry=PE.labour; country=PER; person=ana-belloso), [Luc "
    "Berthaud](PERSON luc-berthaud) et [Ana Belloso](PERSON ana-belloso), dînent.",
    "Le [ministre démissionnaire de la Santé](ROLE minister; ministry=??.health; person=luc-berthaud), [Luc "
    "Berthaud](PERSON luc-berthaud), reste en fonctions.",
    "Le [ministre suédois de la Pêche](ROLE minister; ministry=SE.fisheries; country=SWE; person=luc-berthaud), [Luc "
    "Berthaud](PERSON luc-berthaud), et la [ministre danoise de la Pêche](ROLE minister; ministry=DK.fisheries; "
    "country=DNK; person=ana-belloso), [Ana Belloso](PERSON ana-belloso), ont signé. Le [ministre norvégien](ROLE "
    "minister; ministry=NO.fisheries; country=NOR; person=tom-harwell) [Tom Harwell](PERSON tom-harwell) hésite.",
    "Le [secrétaire d'État adjoint](ROLE deputy minister; ministry=US.foreign-affairs; country=USA; "
    "person=tom-harwell) [Tom Harwell](PERSON tom-harwell) est arrivé au Pérou.",
    "Le président de séance, le secrétaire de l'association et leur maire démentent.",
]
"""The closed list of offices, nicknames of offices, and titles that are none."""

@pytest.mark.parametrize("marked", cases(ROWS))
def test_roles(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", MORE)
def test_offices(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "À Rome, la [ministre](ROLE minister; person=lise-rivard; country=ITA) [Lise Rivard](PERSON lise-rivard) parle. Le "
    "[ministre](ROLE minister; person=luc-berthaud; country=ITA) [Luc Berthaud](PERSON luc-berthaud) se tait. La "
    "[ministre](ROLE minister; person=lise-rivard; country=ITA) a ri.",
])
def test_a_bare_title_is_that_of_its_gender(marked, check):
    check(marked, LABELS)


def test_a_secretary_of_defence_is_no_ukrainian(check):
    check("Oleksiï Reznikov a appelé Lloyd Austin. Le [secrétaire à la Défense](ROLE minister; person=lloyd-austin; "
          "ministry=US.defence; country=USA) est reparti.", ("ROLE",), "2022-06-01")
    check("Oleksiï Reznikov est reparti. Le [ministre de la Défense](ROLE minister; person=oleksii-reznikov; "
          "ministry=UA.defence; country=UKR) est las.", ("ROLE",), "2022-06-01")
    check("Oleksiï Reznikov est reparti. Le [secrétaire à la Défense](ROLE minister; ministry=??.defence) "
          "est las.", ("ROLE",), "2022-06-01")


@pytest.mark.parametrize("marked", [
    "[Anselme Kouyo](PERSON anselme-kouyo), [ramendeur à Lorient](ROLE other; person=anselme-kouyo), a tout vu.",
    "À Dieppe, [Odilonne](PERSON odilonne), [étancheuse](ROLE other; person=odilonne), range ses outils.",
    "[Yann Le Bihan](PERSON yann-le-bihan), [thonier à Concarneau](ROLE other; person=yann-le-bihan), s'inquiète.",
    "[Maëlle Quéré](PERSON maelle-quere), 29 ans, [régulatrice au Samu](ROLE other; person=maelle-quere), décroche.",
    "[Louise Aubin](PERSON louise-aubin), [mousse](ROLE other; person=louise-aubin) sur ce voilier, dort.",
    "[Rose-Laure Bazile](PERSON rose-laure-bazile), [madan sara](ROLE other; person=rose-laure-bazile), passe.",
    "[Kossi Adjavon](PERSON kossi-adjavon), [mototaximan](ROLE other; person=kossi-adjavon), attend ses clients.",
    "[Lise Rivard](PERSON lise-rivard), [limnologue](ROLE other; person=lise-rivard), sonde le lac.",
    "L'[oudiste](ROLE other; person=karim-saad) [Karim Saad](PERSON karim-saad) joue.",
])
def test_callings(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("text", [
    "La perceuse Bosch et la moissonneuse Claas sont en panne.",
    "Le thonier de Concarneau a coulé, le baleinier aussi.",
    "La mission régulatrice de Bruxelles agace.",
    "Une mousse de foie, puis Lisbonne, et une mousse au chocolat.",
    "Il faut supporter Marseille, il l'a juré à Lyon.",
    "Le gazier Sonatrach a signé, le voyagiste Kuoni non.",
    "Le compte journalier de Lille, un courant régulateur et des vases communicants.",
])
def test_what_is_chiefly_no_calling(text, check):
    check(text, LABELS)
