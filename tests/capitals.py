"""Capitals as the kinds of text have them that are not a despatch: guides, live pages, memoirs, the weather.

Of each kind some sentences are on governments and some on towns; countries are marked whole, nothing else is.
"""

PASSAGES = [
    ("guide",
     "Où passer l'hiver au chaud ? Mascate pour commencer : des souks, des criques, et un visa en ligne que délivre "
     "le ministère de l'Intérieur. Amman ensuite, pour ses collines et ses cafés. Nicosie, enfin, se parcourt à pied "
     "en une matinée."),
    ("editorial",
     "Il faut avoir le courage de le dire : on ne bâtit rien en faisant le jeu de [Pékin](COUNTRY CHN metonym). Nos "
     "dirigeants ont cru habile de marchander, ils n'ont récolté que le mépris de [Hanoï](COUNTRY VNM metonym) et la "
     "méfiance de [Manille](COUNTRY PHL metonym).",
     "Qui peut croire encore à la parole de [Damas](COUNTRY SYR metonym) ? Et qui, à l'inverse, a pris la mesure de "
     "ce que prépare [Ankara](COUNTRY TUR metonym) ? Nos chancelleries dorment."),
    ("economy",
     "Le cuivre grimpe encore. [Lusaka](COUNTRY ZMB metonym), qui réclame sa part depuis des années, a relevé d'un "
     "coup la redevance minière ; les compagnies menacent de fermer deux puits.",
     "La dette arrive à échéance en mars. [Accra](COUNTRY GHA metonym) a obtenu un sursis, [Lusaka](COUNTRY ZMB "
     "metonym) attend le sien, et [Colombo](COUNTRY LKA metonym), qui n'a plus un dollar, négocie la vente de son "
     "port.",
     "L'argent de Londres ne dort jamais : il court d'un écran à l'autre, sous les tours de verre, tandis que le "
     "ministre des Finances compte les banquiers qui s'en vont.",
     "Les fonds vautours ont gagné. [Buenos Aires](COUNTRY ARG metonym) paiera, jusqu'au dernier cent, ce que le "
     "juge new-yorkais a exigé. [Brasilia](COUNTRY BRA metonym) a prêté de quoi tenir jusqu'à l'automne."),
    ("weather",
     "Après trois jours de déluge, Bogota reprend son souffle. Le maire a rouvert les écoles, mais le ministère des "
     "Transports déconseille toujours la route du sud. À Quito aussi, on écope.",
     "Le cyclone a frôlé Port-Louis. Antananarivo, moins chanceuse, a les pieds dans l'eau. Le Premier ministre "
     "[malgache](COUNTRY MDG demonym) a décrété l'état de catastrophe."),
    ("history",
     "En 1961, La [Havane](COUNTRY CUB metonym) venait de choisir son camp. Les armes [tchèques](COUNTRY CZE "
     "demonym) arrivaient par bateaux entiers, et [Washington](COUNTRY USA metonym) croyait encore qu'un "
     "débarquement suffirait.",
     "Fondée par des pêcheurs, Copenhague n'était au Moyen Âge qu'un entrepôt de harengs. Le roi y installa sa cour, "
     "puis un ministère, puis deux, et la ville gagna sur la mer.",
     "Le mur tombé, [Bonn](COUNTRY DEU metonym) mit un an à convaincre. [Londres](COUNTRY GBR metonym) freinait, "
     "[Paris](COUNTRY FRA metonym) doutait, [Moscou](COUNTRY RUS metonym) avait besoin d'argent : on lui en donna.",
     "Avant le chemin de fer, Ottawa était un camp de bûcherons. La reine la préféra à Montréal et à Toronto, les "
     "ministères suivirent, les castors partirent."),
    ("sport",
     "Le marathon de Nairobi a souri à une inconnue. Addis-Abeba tenait sa revanche, en l'occurrence trois "
     "médailles, et tout un car de supporteurs chantait en rentrant vers Awasa.",
     "Le Comité olympique a tranché : Brisbane aura les Jeux, Doha n'aura rien. Le gouvernement [qatari](COUNTRY QAT "
     "demonym), beau joueur, a félicité le vainqueur.",
     "Faut-il boycotter ? [Londres](COUNTRY GBR metonym) y songe, [Ottawa](COUNTRY CAN metonym) aussi. Le Comité "
     "olympique supplie les athlètes de ne pas payer pour les diplomates.",
     "La fédération a cédé à [Téhéran](COUNTRY IRN metonym) : les lutteurs n'affronteront pas d'[Israélien](COUNTRY "
     "ISR demonym). [Téhéran](COUNTRY IRN metonym), dit-on, paie les primes."),
    ("court",
     "L'accusé avait vécu à Tunis, à Alger, puis à Bamako, où il vendait des téléphones. Le tribunal a rejeté sa "
     "demande d'asile en juin ; sa mère, à Tunis, n'en sait rien.",
     "La victime, arrivée de Kigali en 2019, logeait chez un cousin. Son avocate a demandé au ministère de la "
     "Justice le report de l'expulsion."),
    ("interview",
     "Que risque le [Pérou](COUNTRY PER) ? Peu de choses. [Lima](COUNTRY PER metonym) tient le port, [Lima](COUNTRY "
     "PER metonym) tient les douanes, et personne ne viendra lui disputer ce bout de désert. Et le [Chili](COUNTRY "
     "CHL) ? [Santiago](COUNTRY CHL metonym) a d'autres priorités.",
     "Les [Maldives](COUNTRY MDV) comptent-elles ? Plus qu'on ne croit. [Malé](COUNTRY MDV metonym) louvoie : un "
     "jour l'[Inde](COUNTRY IND), un jour la [Chine](COUNTRY CHN). [New Delhi](COUNTRY IND metonym) déteste cela, "
     "mais paie."),
    ("live",
     "14h12. [Séoul](COUNTRY KOR metonym) convoque l'ambassadeur de [Chine](COUNTRY CHN). 14h20. Coupure de courant "
     "à Taipei, une heure après la secousse. 14h31. [Tokyo](COUNTRY JPN metonym) active sa cellule de crise.",
     "11h02. [Jérusalem](COUNTRY ISR metonym) dément toute trêve. 11h15. Sirènes à Jérusalem et à Tel-Aviv. 11h40. "
     "[Washington](COUNTRY USA metonym) dit travailler « jour et nuit »."),
    ("society",
     "Kampala se vide le vendredi. Les fonctionnaires des ministères prennent le matatu de midi, les marchés "
     "ferment, et la capitale ne retrouve sa rumeur que le lundi."),
    ("opinion",
     "L'histoire retiendra le nom des complices. Elle retiendra le silence de [Riyad](COUNTRY SAU metonym), "
     "l'hypocrisie de [Londres](COUNTRY GBR metonym) et le cynisme de ceux qui, à Paris, ont signé les licences "
     "d'exportation.",
     "Que pèse un otage ? À [Téhéran](COUNTRY IRN metonym), on tient boutique de nos compatriotes. Tant que "
     "[Paris](COUNTRY FRA metonym) paiera, [Téhéran](COUNTRY IRN metonym) vendra."),
    ("diplomacy",
     "Un nouveau départ entre [Kampala](COUNTRY UGA metonym) et [Kigali](COUNTRY RWA metonym) ? Les deux présidents "
     "se sont vus une heure, sans conseillers ; la frontière, elle, reste fermée.",
     "Du côté de [Caracas](COUNTRY VEN metonym), on jure n'avoir rien demandé. Du côté de [Georgetown](COUNTRY GUY "
     "metonym), on a déjà saisi la Cour. Le [Brésil](COUNTRY BRA), entre les deux, masse des blindés.",
     "Un émissaire de [Mascate](COUNTRY OMN metonym) fait la navette. Nul ne sait ce qu'il porte ; [Mascate](COUNTRY "
     "OMN metonym) a bâti sa réputation là-dessus."),
    ("agency",
     "[Berne](COUNTRY CHE metonym) abritera les pourparlers, a annoncé jeudi la présidente de la Confédération. "
     "[Bogota](COUNTRY COL metonym) et la guérilla avaient exigé un pays neutre.",
     "Oslo abritera l'exposition jusqu'en mai, a annoncé jeudi le musée. La ministre de la Culture coupera le ruban.",
     "[Ottawa](COUNTRY CAN metonym) hébergera la conférence des donateurs, a indiqué mardi la ministre "
     "[canadienne](COUNTRY CAN demonym) du Développement. [Port-au-Prince](COUNTRY HTI metonym) avait souhaité la "
     "tenir en [Haïti](COUNTRY HTI).",
     "Santiago hébergera les bureaux du tribunal arbitral, dans une ancienne banque de l'avenue Providencia."),
    ("obituary",
     "Il avait vingt ans quand [Bucarest](COUNTRY ROU metonym) ordonna d'ouvrir le feu. Il ne l'a jamais pardonné, "
     "pas plus qu'il n'a pardonné à [Paris](COUNTRY FRA metonym) d'avoir reçu le dictateur en grande pompe.",
     "[Lisbonne](COUNTRY PRT metonym) l'avait exilé, [Luanda](COUNTRY AGO metonym) l'avait emprisonné : le poète, "
     "mort lundi, aimait dire qu'il n'avait jamais plu à un ministre."),
    ("health",
     "Les vaccins dormaient dans un hangar de l'aéroport. [Abuja](COUNTRY NGA metonym), prévenue trop tard, n'a pu "
     "en sauver que la moitié ; [Lomé](COUNTRY TGO metonym) a détruit les siens.",
     "Le virus a été isolé à Libreville. Les échantillons ont voyagé jusqu'à Franceville ; le ministère de la Santé "
     "attend les résultats lundi.",
     "L'OMS dispose du sérum, mais [Pyongyang](COUNTRY PRK metonym) n'en veut pas. Une offre de [Séoul](COUNTRY KOR "
     "metonym) est restée sans réponse."),
    ("travel",
     "Vientiane s'éveille au son des gongs. Longtemps fermée, la petite capitale garde de son passé "
     "[soviétique](COUNTRY SUN demonym) une artère démesurée, trois ministères et un goût pour les défilés.",
     "Comptez deux jours pour Sucre, un seul pour La Paz, dont l'altitude fatigue. La Paz n'est d'ailleurs pas la "
     "capitale, vous rappellera le premier douanier venu."),
    ("crime",
     "Le réseau partait de Tirana, passait par Podgorica et livrait Vienne, Genève et Bruxelles. Onze hommes ont été "
     "écroués ; le ministre de l'Intérieur salue un coup de filet « historique ».",
     "Recherché par Interpol, il coule des jours paisibles sous la protection de [Minsk](COUNTRY BLR metonym). La "
     "justice [lettone](COUNTRY LVA demonym) réclame son extradition ; [Minsk](COUNTRY BLR metonym) fait la sourde "
     "oreille.",
     "L'opposant a disparu à l'escale. [Achgabat](COUNTRY TKM metonym) dit tout ignorer. Istanbul aussi. Sa sœur "
     "accuse [Ankara](COUNTRY TUR metonym) d'avoir livré un homme contre du gaz."),
    ("letter",
     "« Ma chère Anna, Vienne est triste sans toi. Il pleut sur le Graben, les tramways sont vides et le ministre de "
     "Papa l'a encore fait attendre deux heures. »"),
    ("agri",
     "Le blé est bloqué. [Kiev](COUNTRY UKR metonym) propose un corridor, [Ankara](COUNTRY TUR metonym) "
     "l'escorterait, et [Moscou](COUNTRY RUS metonym) pose ses conditions une à une, comme on étale des cartes.",
     "Les éleveurs sont furieux contre [Vienne](COUNTRY AUT metonym) : le plan loup, promis en mars, n'est jamais "
     "venu. Le Tyrol menace de tirer sans attendre.",
     "De Vienne à Bratislava, les maraîchers jettent leurs salades. Le mildiou a tout pris, et le ministre parle "
     "d'une aide de cent euros l'hectare."),
    ("energy",
     "Le câble passera par la Crète. [Nicosie](COUNTRY CYP metonym) le finance, [Athènes](COUNTRY GRC metonym) le "
     "construit, [Tel-Aviv](COUNTRY ISR metonym) le promet depuis dix ans. Reste la [Turquie](COUNTRY TUR) : "
     "[Ankara](COUNTRY TUR metonym) compte les navires.",
     "Pas de lampadaires passé minuit : Pretoria vit au rythme des délestages. Le ministre de l'Électricité promet "
     "la lumière pour Noël. Lequel ?",
     "Le gazoduc n'a plus d'amis. [Varsovie](COUNTRY POL metonym) n'en a jamais voulu, [Copenhague](COUNTRY DNK "
     "metonym) a traîné les pieds, [Berlin](COUNTRY DEU metonym) vient de le lâcher.",
     "Varsovie se chauffe au charbon, et cela se sent. En janvier, le ministère de l'Environnement y a relevé six "
     "fois le taux de particules autorisé."),
    ("military",
     "La colonne se trouve à soixante kilomètres de N'Djamena. Les rebelles ont pris la sous-préfecture sans "
     "combattre ; à l'hôpital militaire, on vide les lits."),
    ("fish",
     "La morue revient, la querelle aussi. Entre [Reykjavik](COUNTRY ISL metonym) et [Londres](COUNTRY GBR metonym), "
     "on se souvient des chalutiers coupés au filin ; les quotas de janvier n'arrangeront rien.",
     "Les licences expirent en juin. [Nouakchott](COUNTRY MRT metonym) en veut le double, [Madrid](COUNTRY ESP "
     "metonym) en offrirait la moitié, et les chalutiers restent à quai."),
    ("education",
     "Quarante bourses seront offertes l'an prochain. Rabat et Tunis attirent de plus en plus d'étudiants "
     "subsahariens, constate le ministère de l'Enseignement supérieur.",
     "L'université de Yaoundé se dédouble. Yaoundé 1 garde les lettres ; Yaoundé 2, à Soa, le droit et les ministres "
     "de demain."),
    ("africa",
     "[Ouagadougou](COUNTRY BFA metonym), [Niamey](COUNTRY NER metonym), [Bamako](COUNTRY MLI metonym) : trois "
     "régimes, une même chanson. Leurs généraux se sont promis assistance, une monnaie et un passeport.",
     "Ouagadougou, Niamey, Bamako : trois villes, une même poussière. Le photographe y a promené son objectif six "
     "mois durant, muni d'un laissez-passer du ministère de la Culture.",
     "[Antananarivo](COUNTRY MDG metonym) réclame les îles Éparses ; [Paris](COUNTRY FRA metonym) propose d'en « "
     "discuter », sans dire quoi. Le dossier a l'âge du président.",
     "Antananarivo, le samedi : les douze collines, les jacarandas, les taxis-bé, et la file devant le ministère des "
     "Mines, qui délivre les permis."),
    ("asia",
     "[Phnom Penh](COUNTRY KHM metonym) et [Bangkok](COUNTRY THA metonym) se rejettent la faute du premier tir. La "
     "[Malaisie](COUNTRY MYS) s'est offerte comme arbitre ; [Hanoï](COUNTRY VNM metonym) regarde ailleurs.",
     "Phnom Penh grandit trop vite. Ses tours poussent sur des lacs comblés, ses égouts débordent, et le Premier "
     "ministre y pose chaque semaine une première pierre.",
     "[Oulan-Bator](COUNTRY MNG metonym) n'a que deux voisins et doit plaire aux deux. Le gaz ira donc au sud et les "
     "discours au nord."),
    ("pacific",
     "[Wellington](COUNTRY NZL metonym) a dit non. Poliment, fermement, pour la troisième fois : pas de sous-marins "
     "nucléaires dans ses eaux. [Canberra](COUNTRY AUS metonym) devra faire le détour.",
     "Suva, un dimanche : les bus dorment, les temples débordent, et devant le palais du gouvernement trois gamins "
     "jouent au rugby pieds nus.",
     "Nuku'alofa sans téléphone depuis le tsunami. Un avion [néo-zélandais](COUNTRY NZL demonym) a survolé "
     "l'archipel ; la Première ministre s'est dite inquiète."),
    ("caucasus",
     "S'allier à [Bakou](COUNTRY AZE metonym) ou ménager [Erevan](COUNTRY ARM metonym) ? Le dilemme n'est pas neuf. "
     "[Tbilissi](COUNTRY GEO metonym), au milieu, vend du transit aux deux.",
     "La médiation de [Tbilissi](COUNTRY GEO metonym) a permis l'échange de cinq soldats contre des cartes de mines. "
     "[Erevan](COUNTRY ARM metonym) remercie du bout des lèvres."),
    ("explainer",
     "Trois camps se dessinent. [Tallinn](COUNTRY EST metonym) veut tout, tout de suite. [Lisbonne](COUNTRY PRT "
     "metonym), plus loin du front, demande à voir. Entre les deux, [Rome](COUNTRY ITA metonym) gagne du temps."),
    ("transport",
     "Entre Addis-Abeba et [Djibouti](COUNTRY DJI), le train met douze heures au lieu de trois jours. Le ministre "
     "[éthiopien](COUNTRY ETH demonym) des Transports l'a pris une fois."),
    ("region",
     "Vu de Rabat, l'Atlantique est gris. Les pêcheurs tirent leurs barques et pestent contre l'accord que leur "
     "ministre a signé."),
    ("science",
     "Sous Mexico, l'argile s'affaisse. Mexico s'enfonce de quarante centimètres l'an, et le métro avec elle, "
     "rappelle un rapport remis au gouvernement."),
    ("film",
     "Projeté à Ouagadougou, le film a fait rire la ministre. Le jury, lui, a préféré Lomé : un premier film tourné "
     "au téléphone."),
    ("central",
     "Pour aller de Tachkent à Douchanbé, on passe désormais la frontière sans visa. [Tachkent](COUNTRY UZB metonym) "
     "en a fait le symbole de son ouverture ; [Douchanbé](COUNTRY TJK metonym) a suivi.",
     "Astana, rebaptisée Noursoultan, puis de nouveau Astana : la ville change de nom comme ses ministres de "
     "cravate."),
    ("quote",
     "« [Ankara](COUNTRY TUR metonym) n'est pas [Moscou](COUNTRY RUS metonym) », plaide un ancien ambassadeur. Il "
     "dit aussi que l'on a tort de parler à l'une comme à l'autre.",
     "« Ankara n'est pas Istanbul », soupire une étudiante. Elle dit aussi qu'on s'y ennuie ferme, ministères ou "
     "pas."),
    ("asked",
     "Le gouverneur a demandé mardi à [Ottawa](COUNTRY CAN metonym) l'envoi de six hélicoptères ; la province "
     "voisine réclame deux mille vaccins à [Ottawa](COUNTRY CAN metonym), qui hésite.",
     "Les îles réclament davantage d'autonomie à [Madrid](COUNTRY ESP metonym). Les maires ont écrit à "
     "[Madrid](COUNTRY ESP metonym) pour s'en plaindre.",
     "Elle demande un taxi à Lima, en vain : le ministre des Transports a interdit les files d'attente devant les "
     "gares.",
     "La moitié des crédits ira à [Kaboul](COUNTRY AFG metonym), a promis le ministre ; le reste attendra.",
     "Dimanche, le ministre ira à Kaboul. Une délégation l'attendra à l'aéroport, puis dînera à Kaboul."),
    ("posted",
     "[Bogota](COUNTRY COL metonym) a rappelé ses ambassadeurs à Quito et Lima pour consultations.",
     "Les ministres se sont engagés vendredi à Tallinn à livrer des obus ; ils ont promis samedi à Helsinki de "
     "doubler la somme.",
     "Le chancelier a annoncé mardi à Tirana une aide aux Balkans. [Tirana](COUNTRY ALB metonym) applaudit.",
     "Sarajevo, trente ans après. La ville a rallumé les bougies, et le ministre était là."),
    ("sold",
     "Les avions ont été vendus à [Rabat](COUNTRY MAR metonym). Le pays achète ses drones à [Ankara](COUNTRY TUR "
     "metonym) et son blé à [Moscou](COUNTRY RUS metonym).",
     "Il a acheté une maison à Rabat et un café à Tunis. Le ministère du Tourisme vend des cartes à Ankara.",
     "L'Otan livrera vingt batteries à [Kiev](COUNTRY UKR metonym), a promis le secrétaire général à Vilnius.",
     "Le Premier ministre [hongrois](COUNTRY HUN demonym) a bloqué l'aide à [Kiev](COUNTRY UKR metonym). Son père "
     "est mort à Kiev."),
    ("third",
     "[Hanoï](COUNTRY VNM metonym) et [Vientiane](COUNTRY LAO metonym) ont paraphé un accord de pêche, sous l'œil "
     "de [Pékin](COUNTRY CHN metonym).",
     "La médiatrice a quitté Maputo pour Lilongwe, où elle doit rencontrer les rebelles.",
     "[Lusaka](COUNTRY ZMB metonym) n'a pas encore répondu à [Harare](COUNTRY ZWE metonym), qui réclame "
     "l'extradition de deux hommes d'affaires.",
     "La visite, prévue mardi à Asuncion, a été reportée à la demande de [Brasilia](COUNTRY BRA metonym).",
     "Entre Tachkent et Bichkek, les camions font la queue depuis trois jours.",
     "Entre [Tachkent](COUNTRY UZB metonym) et [Bichkek](COUNTRY KGZ metonym), les soupçons demeurent, admet le "
     "ministre.",
     "C'est à [Doha](COUNTRY QAT metonym) de convaincre les deux camps, estime un diplomate. C'est à Doha qu'ils "
     "se retrouveront.",
     "Selon le ministre, la balle est dans le camp de [Tripoli](COUNTRY LBY metonym). L'armée a repris un camp au "
     "sud de Tripoli.",
     "Les ambassadeurs en poste à Kinshasa ont été convoqués par le ministre.",
     "[Bamako](COUNTRY MLI metonym) reproche à [Alger](COUNTRY DZA metonym) d'héberger des rebelles. Des combats "
     "ont éclaté à trente kilomètres de Bamako, sur la route de Ségou.",
     "Le gazoduc reliera Bakou à Tbilissi avant 2030, a dit le ministre.",
     "Le différend qui oppose [Georgetown](COUNTRY GUY metonym) à [Caracas](COUNTRY VEN metonym) remonte à 1899.",
     "L'offre de paix de [Kaboul](COUNTRY AFG metonym) n'a convaincu ni [Islamabad](COUNTRY PAK metonym) ni [New "
     "Delhi](COUNTRY IND metonym).",
     "Les services de renseignement de [Pyongyang](COUNTRY PRK metonym) auraient payé le tueur, arrêté à "
     "l'aéroport de Kigali.",
     "La question divise [Madrid](COUNTRY ESP metonym) et [Rabat](COUNTRY MAR metonym) depuis 1975. Le fleuve "
     "divise Kinshasa depuis toujours."),
    ("brief",
     "[Taipei](COUNTRY TWN metonym) a perdu un allié de plus : [Tegucigalpa](COUNTRY HND metonym) reconnaît "
     "désormais [Pékin](COUNTRY CHN metonym).",
     "Depuis Nairobi, la secrétaire générale a dénoncé l'attitude de [Juba](COUNTRY SSD metonym).",
     "[Nuuk](COUNTRY GRL metonym) ne veut pas être vendue, [Copenhague](COUNTRY DNK metonym) ne veut pas vendre.",
     "[Moscou](COUNTRY RUS metonym) libère deux journalistes. Ils ont atterri à Amman dans la nuit.",
     "Moscou : deux journalistes libérés. Le ministre des Affaires étrangères les a accueillis.",
     "[Jakarta](COUNTRY IDN metonym) interdit l'exportation de nickel brut à partir de juin. Ce nickel, "
     "[Jakarta](COUNTRY IDN metonym) n'en veut plus que transformé.",
     "Jakarta compte onze millions d'habitants, deux lignes de métro et trente-quatre ministères.",
     "[Rome](COUNTRY ITA metonym) et [Tunis](COUNTRY TUN metonym) se sont mis d'accord sur les expulsions.",
     "[Tallinn](COUNTRY EST metonym), [Riga](COUNTRY LVA metonym) et [Vilnius](COUNTRY LTU metonym) veulent un mur "
     "antidrones.",
     "Tallinn, Riga et Vilnius sont reliées par autocar, rappelle le ministère des Transports.",
     "Pour [Lisbonne](COUNTRY PRT metonym), l'affaire est close, dit le ministre. Pour Lisbonne, prévoyez un "
     "coupe-vent.",
     "Le contrat a été signé à Djakarta par les deux ministres. Le communiqué publié à Amman ne le mentionne pas."),
    ("voices",
     "[Ankara](COUNTRY TUR metonym), parrain des rebelles, n'a pas commenté l'assaut. [Séoul](COUNTRY KOR "
     "metonym), par la voix de son ambassadeur, a présenté ses excuses à [Manille](COUNTRY PHL metonym).",
     "La gare de Lima a fermé ; le port de Mascate aussi, faute de personnel, selon le ministère des Transports.",
     "Trois associations ont écrit à [Ottawa](COUNTRY CAN metonym), qui n'a pas répondu. Il a écrit à Prague son "
     "dernier recueil.",
     "« Il faut parler à [Damas](COUNTRY SYR metonym) », répète l'émissaire. « Il faut dormir à Damas », répète le "
     "guide.",
     "L'homme fort de [Minsk](COUNTRY BLR metonym) a fêté ses 70 ans. Après un mois de pluie, Asmara a reverdi."),
    ("granted",
     "La Commission refuse un nouveau délai à [Rome](COUNTRY ITA metonym). Le Sénat a voté une aide de six "
     "milliards à [Kiev](COUNTRY UKR metonym) et à [Taipei](COUNTRY TWN metonym).",
     "L'armée maintient deux mille soldats à Kaboul. Elle renforce ses troupes à Tripoli et à Bagdad.",
     "La moitié des passagers iront à Doha par la route, et le tiers des troupes ira à Bagdad.",
     "Le ministre a coupé les crédits à [Juba](COUNTRY SSD metonym). Le correspondant du journal à Juba a été "
     "expulsé."),
    ("both",
     "[Bratislava](COUNTRY SVK metonym) a mis son veto. Personne, à Bratislava, n'en a été surpris.",
     "La riposte de [Téhéran](COUNTRY IRN metonym) ne s'est pas fait attendre. La pollution de Téhéran a fait "
     "fermer les écoles et un ministère.",
     "Une lettre adressée à [Bogota](COUNTRY COL metonym) réclame la libération du sénateur. Une lettre postée à "
     "Bogota est arrivée vingt ans plus tard.",
     "Après un mois de silence, [Asmara](COUNTRY ERI metonym) a réagi. Les consuls généraux à Alger et à Oran sont "
     "rentrés."),
    ("datelines",
     "TUNIS, de notre envoyé spécial. – Les taxis ont repris leur ronde.", "LA HAVANE, 12 mai (Tass) - Les plages "
     "rouvrent.", "Oslo, correspondance. Les fjords gèlent.", "LE CAIRE (agence) – Le pain manque.",
     "Communiqué du gouvernement, Lomé. – Le Conseil a adopté deux décrets.",
     "MANILLE. De notre correspondante. Le typhon approche."),
    ("arms",
     "L'aviation d'[Ankara](COUNTRY TUR metonym) a visé trois villages ; l'armée de [Bakou](COUNTRY AZE metonym) et "
     "les drones de [Téhéran](COUNTRY IRN metonym) aussi.",
     "Le musée de l'armée de Bakou, l'école de la marine d'Oslo et les forces de l'ordre de Tunis recrutent.",
     "Le métro de Bakou, le musée de Téhéran et la caserne d'Ankara rouvrent."),
    ("handed",
     "L'émissaire a remis une réponse écrite à [Bogota](COUNTRY COL metonym). Les rescapés pointent la responsabilité "
     "de [Damas](COUNTRY SYR metonym).",
     "Le facteur a remis une lettre à Bogota. L'école a ouvert une annexe à Damas."),
    ("two of them",
     "L'alliance entre [Asmara](COUNTRY ERI metonym) et [Addis-Abeba](COUNTRY ETH metonym) vacille.",
     "Le ministre a quitté Bagdad pour Amman, où il dormira.",
     "Le dégel entre [Ankara](COUNTRY TUR metonym) et [Erevan](COUNTRY ARM metonym) profite aux touristes.",
     "Elle partage sa vie entre Ankara et Erevan, où les touristes reviennent."),
    ("replies",
     "Le ministère dit n'avoir pas répondu à [Lima](COUNTRY PER metonym). L'armateur réclame à [Oslo](COUNTRY NOR "
     "metonym) trois millions."),
    ("here and there",
     "« Rien ne presse », jure-t-on à l'[Élysée](COUNTRY FRA metonym). Le ministre est sorti de l'Élysée, puis de la "
     "salle de presse du Kremlin.",
     "On jure à [Matignon](COUNTRY FRA metonym) que tout va bien ; à l'[Élysée](COUNTRY FRA metonym), que rien ne va.",
     "La mesure était prise à [Oslo](COUNTRY NOR metonym) dès mars. La photo a été prise à Oslo dès l'aube.",
     "La radio renvoie dos à dos [Bakou](COUNTRY AZE metonym) et [Addis](COUNTRY ETH metonym). Les alliés promettent "
     "des obus à [Kiev](COUNTRY UKR metonym). Les pompiers promettent des bals à Kiev."),
]
