"""People (P), row by row of the checklist, with the real model: where the name begins and ends, and who it is."""

import pytest
from markup import cases

LABELS = ("PERSON",)

ROWS = [
    ("P1",
     "Le colonel [Yves Talbot](PERSON yves-talbot) a reçu le Dr [Anne Ferrand](PERSON anne-ferrand), et M. "
     "[Talbot](PERSON yves-talbot) l'a remerciée.",
     "Le colonel a reçu le docteur, et Monsieur le maire l'a remerciée."),
    ("P1b", "Me [Claire Besson](PERSON claire-besson) plaide pour Mgr [Paul Aubry](PERSON paul-aubry).",
     "Me voici, dit la cliente, qui plaide sa cause."),
    ("P1c", "Le roi [Charles III](PERSON charles-iii) a reçu le pape [François](PERSON pape-francois).",
     "Le roi a perdu sa tour et sa reine au onzième coup."),
    ("P2", "[Berthier](PERSON lucie-berthier) s'explique\n\n[Lucie Berthier](PERSON lucie-berthier) a perdu. « J'ai "
     "douté », dit [Berthier](PERSON lucie-berthier).",
     "La perdante s'explique\n\nElle a douté, dit-elle."),
    ("P3",
     "[Jean-Marie Le Pen](PERSON jean-marie-le-pen) est mort. Sa fille [Marine Le Pen](PERSON marine-le-pen) était "
     "absente. Mme [Le Pen](PERSON marine-le-pen) est rentrée le soir.",
     "Les frères Castro et les Trump ont leurs biographes."),
    ("P3b", "[Emmanuel Macron](PERSON emmanuel-macron) et [Brigitte Macron](PERSON brigitte-macron) arrivent. M. et "
     "Mme [Macron](PERSON emmanuel-macron | PERSON brigitte-macron) saluent.",
     "Les Macron saluent la foule."),
    ("P4", "[Ursula von der Leyen](PERSON ursula-von-der-leyen) a écouté [Dominique de "
     "Villepin](PERSON dominique-de-villepin), et [Villepin](PERSON dominique-de-villepin) a répondu.",
     "Le car de la ville von der Höhe arrive."),
    ("P4b", "Le général [de Gaulle](PERSON charles-de-gaulle) a parlé, [Mohammed ben "
     "Salmane](PERSON mohammed-ben-salmane) non.",
     "Le général de la place a parlé."),
    ("P5", "[J. D. Vance](PERSON j-d-vance) s'explique ; « [JD Vance](PERSON j-d-vance) a tort », répond [E. "
     "Borne](PERSON elisabeth-borne). [Élisabeth Borne](PERSON elisabeth-borne) n'ira pas plus loin.",
     "La J. D. Power Inc. publie un classement de voitures."),
    ("P6", "[Nathalie Kosciusko-Morizet](PERSON nathalie-kosciusko-morizet) a battu un rival ; [Xi "
     "Jinping](PERSON xi-jinping) l'a félicitée, et [Xi](PERSON xi-jinping) est reparti.",
     "La route Saint-Malo-Dinard a rouvert."),
    ("P7", "[Benjamin Netanyahu](PERSON benyamin-netanyahou), ou [Nétanyahou](PERSON benyamin-netanyahou), a appelé "
     "[Volodymyr Zelenskyy](PERSON volodymyr-zelensky).",
     "Le netsuke de Kyoto a été vendu."),
    ("P8", "Le budget a été signé par [William LePlante](PERSON william-laplante).",
     "La plante a été signée par son jardinier."),
    ("P9", "L'administration [Biden](PERSON joe-biden) et le gouvernement [Meloni](PERSON giorgia-meloni) s'accordent.",
     "Le plan Marshall, la loi Macron, le prix Nobel et la rue Victor-Hugo sont connus.",
     "Il a atterri à l'aéroport Charles-de-Gaulle et dîné au lycée Henri-IV.",
     "Le porte-avions Charles de Gaulle a appareillé."),
    ("P10", "Le vaccin a été conçu par [Karine Lebeau](PERSON karine-lebeau).",
     "Le Covid recule, Omicron aussi ; Boeing et Reuters embauchent, le Hamas et Tsahal non."),
    ("P11", "[LE DRIAN Jean-Yves](PERSON jean-yves-le-drian) a signé la feuille de présence.",
     "LE TRAIN DE NUIT A DU RETARD"),
    ("P12", "[MBS](PERSON mohammed-ben-salmane) et [Lula](PERSON luiz-inacio-lula-da-silva) se sont parlé.",
     "Le SMS et la lune se sont croisés."),
    ("P13", "Le duo [Macron](PERSON emmanuel-macron)-[Scholz](PERSON olaf-scholz) a plié.",
     "Le duo piano-violon a plié."),
    ("P14", "The visit was [Netanyahu](PERSON benyamin-netanyahou)'s idea, dit la légende.",
     "Le plat du jour s'appelle Fish and Chips."),
    ("P15", "[Pierre Vasseur](PERSON pierre-vasseur) a dit oui.",
     "Rose pâle ou bleu ? Pierre de taille, répond l'artisan. Victoire de prestige pour Lens ; Noël approche."),
    ("P16", "L'ex-président [Hollande](PERSON francois-hollande) a salué feu [Jacques Chirac](PERSON jacques-chirac).",
     "L'ex-président a salué feu son maître."),
    ("P1d", "MM. [Scholz](PERSON olaf-scholz) et [Macron](PERSON emmanuel-macron) dînent ; l'ayatollah "
     "[Khamenei](PERSON ali-khamenei) et le cheikh [Mohammed ben Zayed](PERSON mohammed-ben-zayed) prient.",
     "MM. les jurés dînent, un cheikh prie."),
    ("P3c", "[George W. Bush](PERSON george-w-bush) et [George H. W. Bush](PERSON george-h-w-bush) ; [Kim "
     "Jong-un](PERSON kim-jong-un) et [Kim Jong-il](PERSON kim-jong-il)."),
    ("P4e", "[Abdel Fattah al-Sissi](PERSON abdel-fattah-al-sissi) a reçu [Bachar el-Assad](PERSON bachar-al-assad) "
     "et [Kevin McCarthy](PERSON kevin-mccarthy)."),
    ("P5b", "[Jean-Noël Barrot](PERSON jean-noel-barrot) et [J.-N. Barrot](PERSON jean-noel-barrot) ne font qu'un."),
    ("P9c", "L'équipe [Scholz](PERSON olaf-scholz), le camp [Trump](PERSON donald-trump), l'ère "
     "[Poutine](PERSON vladimir-poutine).",
     "La doctrine Monroe, l'ouragan Katrina, la fondation Jean-Jaurès, le collège Simone-Veil."),
    ("P10b", "L'Ukrainien [Zelensky](PERSON volodymyr-zelensky) et le Russe [Lavrov](PERSON serguei-lavrov) s'évitent.",
     "Le Hezbollah, Boko Haram et les Kurdes ; le Rafale et le Mirage ; la Fnac et Peugeot."),
    ("P11b", "Par [Julie Brévan](PERSON julie-brevan), envoyée spéciale"),
    ("P11c", "(Photo [Marc Lavigne](PERSON marc-lavigne)/AFP)"),
    ("P4c", "[Ursula von der Leyen](PERSON ursula-von-der-leyen) sourit, puis [von der "
     "Leyen](PERSON ursula-von-der-leyen) a parlé."),
    ("P4d", "C'est un livre sur le général [de Gaulle](PERSON charles-de-gaulle) et [Mohammed ben "
     "Salmane](PERSON mohammed-ben-salmane)."),
    ("P4f", "[Sean O'Neill](PERSON sean-o-neill) est là, puis [O'Neill](PERSON sean-o-neill) a parlé."),
    # what goes on behind a name, and what a name comes back as
    ("P17", "« On verra », promet [Delroy Pinnock Jr.](PERSON delroy-pinnock-jr), apiculteur. [Pinnock](PERSON "
     "delroy-pinnock-jr) "
     "sourit. Le prix va à [Delroy Pinnock Jr](PERSON delroy-pinnock-jr). Le jury salue son miel.",
     "Le dessert Jr. de la carte plaît aux enfants."),
    ("P18", "[Sondo](PERSON ibrahim-kere-sondo) veut sa route\n\n[Ibrahim Kéré Sondo](PERSON ibrahim-kere-sondo) "
     "plaide. "
     "« [Kéré](PERSON ibrahim-kere-sondo) a tenu parole », dit une voisine, et [Sondo](PERSON ibrahim-kere-sondo) "
     "rougit.",
     "La rue Sondo et le stade Kéré portent des noms de joueurs."),
    ("P18b", "[Ivo Grand Moussongo](PERSON ivo-grand-moussongo) a perdu. Grand vainqueur, son rival sourit."),
    ("P19", "[Maurice](PERSON maurice-lescop) n'avait pas dormi. « Il ronfle », raconte [Maurice Lescop](PERSON "
     "maurice-lescop), "
     "parti deux fois à Maurice.",
     "Maurice a ratifié le traité, comme les Seychelles."),
    ("P19b", "[Israël Fontaine](PERSON israel-fontaine) tient la caisse. Israël a signé l'accord."),
    ("P19c", "[Florence Danjou](PERSON florence-danjou) rentre. Florence accueille un congrès, on dîne à Florence."),
    ("P20", "[Aurelio](PERSON aurelio-braga-nunes) et [Célia Braga Nunes](PERSON celia-braga-nunes) ferment. M. et Mme "
     "[Braga Nunes](PERSON aurelio-braga-nunes | PERSON celia-braga-nunes) partent. [Aurelio](PERSON "
     "aurelio-braga-nunes) pleure.",
     "Lens et Nancy partent favoris."),
    ("P20b", "[Trump](PERSON donald-trump) et [Alice Danjou](PERSON alice-danjou) ne sont pas parents."),
    ("P21", "Le tandem [Rousselot](PERSON anne-rousselot)-[Abegg](PERSON nils-abegg) gagne : [Anne Rousselot](PERSON "
     "anne-rousselot) "
     "a lancé [Nils Abegg](PERSON nils-abegg).",
     "Le tandem Reims-Troyes a déraillé, le duel Lyon-Nantes aussi."),
    ("P21b", "Deux [Abegg](PERSON nils-abegg | PERSON rosa-abegg) au départ\n\n[Nils Abegg](PERSON nils-abegg) part "
     "avant "
     "[Rosa Abegg](PERSON rosa-abegg).",
     "Deux Français et trois Abyssins sont au départ."),
    # nicknames
    ("P22", "[Modou Faye](PERSON modou-faye) a gagné. Le boxeur, que tout le quartier n'appelle que « [Foudre](PERSON "
     "modou-faye) », "
     "a dormi. [Foudre](PERSON modou-faye) remontera sur le ring en mai.",
     "La rivière que les enfants appellent la Grise a débordé."),
    ("P22b", "[Ilan Brossard](PERSON ilan-brossard), alias [Casimir](PERSON ilan-brossard), a été arrêté. "
     "[Casimir](PERSON ilan-brossard) nie.",
     "Une ville surnommée Petite Venise attend la crue."),
    ("P22c", "La chanteuse [Aya Brossard](PERSON aya-brossard), née [Danioko](PERSON aya-brossard), salue "
     "[Zoltan](PERSON zoltan), de son vrai nom [Karim Benali](PERSON zoltan).",
     "Un livre paru sous le nom d'Azur et un bébé né à Danjou."),
    ("P22d", "[Zirka](PERSON zirka), couturière à Gori, a tout perdu. « [Ilka](PERSON ilka), infirmière, a pris son "
     "chat », dit-on. Mme [des Essarts](PERSON des-essarts) les loge, M. [du Breuil](PERSON du-breuil) aussi.",
     "Zirka, exportateur de sel, a tout perdu. À Lurcy, boulanger et boucher ont fermé. Le marché des Essarts ouvre."),
    # a voice, a will, a family
    ("P23", "« Le toit fuit », grogne le gardien. « On dort dehors », répète [Wolny Exantus](PERSON wolny-exantus), "
     "plombier.",
     "« C'est trop tard », regrette Greenpeace France. « Non », tranche Pékin."),
    ("P23b", "[Inaya](PERSON inaya) serre sa poupée. [Nadège](PERSON nadege), elle, ne dit rien.",
     "Valence a rouvert ses halles. Lourdes, elle, attend."),
    ("P24", "Leur fille [Ketsia](PERSON ketsia) dort ; son mari, [Şükrü](PERSON sukru), veille. Le procès de "
     "[Coralie](PERSON coralie) reprend.",
     "La chambre de commerce et le procès de Nuremberg, la mort de Venise."),
    ("P24b", "Un couple de Dax, [Jordan](PERSON jordan) et [Manon](PERSON manon), reprend le bar. Elle embrasse ses "
     "enfants, "
     "[Stefan](PERSON stefan) et [Tara](PERSON tara).",
     "Les enfants Dupont et la Jordanie sont loin."),
    # things that bear a person's name
    ("P25", "[Victor Hugo](PERSON victor-hugo) y a dormi.",
     "Le marché Victor-Hugo, le square René-Le Gall et le spa Agnès-Sorel ouvrent.",
     "Le bac Jean-Mermoz et les tribunes Jean-Bouin sont fermés."),
    ("P25b", "Au sulky, le driver [Éric Raffin](PERSON eric-raffin) était confiant.",
     "La jument Gina Belle a pris le galop ; Kaiser Otto, Étonnant et Joli Brésil l'ont battue à l'hippodrome."),
    ("P25c", "[Benjamin](PERSON benjamin), 8 ans, aime la pluie.",
     "La tempête Benjamin approche. Benjamin a fait deux morts, plus qu'Alex, Xynthia et Lothar.",
     "Les tempêtes Kurt, Leiv et Marcel ont fauché la forêt."),
    ("P25d", "[Marie Laffont](PERSON marie-laffont) publie.",
     "Le roman sort chez Robert Laffont, l'essai chez Albin Michel, l'album au chantier Davie.",
     "Le porte-conteneurs CMA CGM Jacques Saadé et le porte-avions Charles de Gaulle sont à quai.",
     "Salade niçoise et gratin dauphinois ; Adieu Jamaïque est sorti en poche."),
    # letters
    ("P26", "[Þóra Guðjónsdóttir](PERSON thora-gudjonsdottir) chante ; [Thora Gudjonsdottir](PERSON "
     "thora-gudjonsdottir) salue, et "
     "[Guðjónsdóttir](PERSON thora-gudjonsdottir) signe."),
    ("P26b", "Ses amis disaient [G. S. Hellevik](PERSON gudrun-snaedal-hellevik), son état civil [Guðrún Snædal "
     "Hellevik](PERSON gudrun-snaedal-hellevik)."),
    ("P28", "Le ministre de la Pêche, [Ousseynou Diatta-Sow](PERSON ousseynou-diatta-sow), a signé ; le porte-parole "
     "du gouvernement [Tarek Benhadda](PERSON tarek-benhadda) aussi.",
     "Le ministre a visité Joal Nord, Mbour Sud, puis les deux ports. Les pêcheurs de Guet Bakh dorment."),
    ("P29", "[Loïs Gramont](PERSON lois-gramont) skie. Au Sénat [Gérard Larcher](PERSON gerard-larcher) préside.",
     "Lois et décrets paraissent le dimanche."),
    ("P30", "L'homme de radio [Jean-Marc Ravel](PERSON jean-marc-ravel) écoute le chanteur d'opéra moldave [Vassili "
     "Grosu](PERSON vassili-grosu). Dans le dernier tour [Pavel Andronov](PERSON pavel-andronov) s'échappe.",
     "L'opéra Jean Ravel et la tour Pavel Andronov ont fermé ; la station de radio Victor Hugo aussi."),
    ("P30b",
     "Ministre de l'Équipement sous [de Gaulle](PERSON charles-de-gaulle), il fut un protégé de "
     "[Hollande](PERSON francois-hollande), un candidat de la droite et du centre [Alain Juppé](PERSON alain-juppe).",
     "La place de Gaulle et le centre Alain Juppé ont rouvert ; l'électorat de Marseille vote."),
    ("P30c",
     "L'Italienne [Fiorenzano](PERSON fiorenzano) bat la Suissesse [Keller](PERSON keller) ; le « prix Nobel » de "
     "chimie n'est pas à [Alfred Nobel](PERSON alfred-nobel).",
     "L'Italienne bat la Suissesse, la Coréenne Hyundai et la Britannique Shell."),
    ("P31", "Le député mauritanien [Sidi Ould Cheikh Sow](PERSON sidi-ould-cheikh-sow) a salué sur Facebook [Anouk "
     "Berger](PERSON anouk-berger), et Mme [L'Hostis](PERSON l-hostis) s'est tue.",
     "À Sidi Slimane, l'opération conjointe Kontsé a repris, et L'Humanité en parle."),
    # what only a person has around the name
    ("P32", "[Florence](PERSON florence), 34 ans, infirmière à Dax, et [Jordan](PERSON jordan), dix-neuf ans, "
     "veulent dormir.",
     "Cuba, soixante ans de révolution. Israël, 75 ans d'histoire. Madrid, vingt ans après."),
    ("P32b", "Mon neveu s'appelle [Israël](PERSON israel) et son gérant se nomme [Kenzo](PERSON kenzo).",
     "Le chien du voisin s'appelle Paris, et leur bateau Ithaque. La rivière s'appelle Florence."),
    ("P32c", "La photo d'[Octave](PERSON octave), son grand-père, trône au salon. [Valentine](PERSON valentine) et sa "
     "mère ont repris l'étal. [Anselme](PERSON anselme), son héros, arrive tard. À la table voisine, "
     "[Sofia](PERSON sofia) et sa tante rient.",
     "Rome et ses sœurs latines se taisent. La capitale voisine, Sofia, attend. Rome, sa mère patrie, l'oublie."),
    ("P32d", "Merci à [Solène](PERSON solene) pour la soupe. À vous les studios, [Clémence](PERSON clemence).",
     "Bravo à Rennes, merci à Angers. C'était votre journal, Angers. Vous verrez Nice, Valence, Orange."),
    ("P32e", "Me [Charpentier](PERSON charpentier) plaidera jeudi devant Mme [Boulangère](PERSON boulangere).",
     "Le maître charpentier et le docteur boulanger se sont tus."),
    ("P33", "Prenez [Martin Delvaux](PERSON martin-delvaux) en exemple. Réaction d'[Alma Rosier](PERSON alma-rosier) : "
     "non. [Lopez](PERSON lopez) a marqué.",
     "Demandez le programme. Veuillez croire à nos vœux. Envoyez vos dons."),
    ("P34", "[Simone](PERSON simone), Brestoise de naissance, vend des crêpes.",
     "La Menuiserie Besnard recrute ; chez Plomberie Gautier, on attend.",
     "Après le cyclone Garance, on compare à Belal, et à Chido."),
    ("P36", "Un sketch de [Bedos](PERSON bedos), une toile de [Hopper](PERSON hopper), un film de [Murnau](PERSON "
     "murnau). Le dessin du jour est de [Chappatte](PERSON chappatte).",
     "Un film de Cannes, une photo de Brest, une nouvelle de Libye, la chanson de Craonne.",
     "On pense à Verdun, à Airbus."),
    ("P45", "À Lisbonne, l'amiral [Artur Moura e Costa](PERSON artur-moura-e-costa) a voté, [Moura e Costa](PERSON "
     "artur-moura-e-costa) aussi.",
     "Les lettres A e i o u : la petite Lisbonne e-administration."),
    ("P27", "Composition : [Kouakou](PERSON kouakou), [Sangaré](PERSON sangare), [Brizuela](PERSON brizuela), "
     "[Mbemba](PERSON mbemba) - [Abegg](PERSON abegg), [Dupuis](PERSON dupuis)",
     "Reculent : Sony, Honda, Suzuki, Mazda, Toyota"),
    ("P37", "[Samira](PERSON samira), Koweïtienne mariée à un pêcheur, attend. Le gouvernement "
     "[Diouf](PERSON abdou-diouf) III est tombé. « Rien n'est joué », veut croire [Luc Berthaud](PERSON luc-berthaud).",
     "À Florence, Italienne et Grec se marient. La Mère, Koweïtienne par alliance, se tait.",
     "Les prêtres ont prié la déesse Ezili et le dieu Damballa."),
    ("P38", "Le secrétaire principal, [Kiprono Ng'eno](PERSON kiprono-ng-eno), a reçu Mme [Mary Nyong'o](PERSON "
     "mary-nyong-o) et l'athlète [Awa N'diaye](PERSON awa-n-diaye). [Ng'eno](PERSON kiprono-ng-eno) a promis une "
     "route.",
     "Aujourd'hui Grand'Rue, McDonald's ouvre ; Quelqu'un rit, Lorsqu'elle dort."),
    ("P38b", "[Hô Chi Minh](PERSON ho-chi-minh) y est né.",
     "Le train de Hô Chi Minh-Ville est en retard ; la ligne s'arrête à Charles de Gaulle-Étoile et à Félix "
     "Éboué-Plage."),
    ("P39", "Les bustes de [Kankou](PERSON kankou), de [Sékou](PERSON sekou) et de [Behanzin](PERSON behanzin) ont été "
     "volés. Un portrait de [Samory](PERSON samory) sèche.",
     "Les statues de Dakar et de Rufisque, les tombes de Verdun, un portrait de la Bretagne."),
    ("P40", "Il laisse une épouse danoise, [Ingeli](PERSON ingeli), et deux enfants. Elle est venue entourée de "
     "[Léa](PERSON lea-ferrandi) et de [Hugo Ferrandi](PERSON hugo-ferrandi), séparée d'[Ulrich](PERSON ulrich).",
     "Il a quitté sa sœur, Dakar, et ses amis. Le hameau est entouré de Vosges, séparé de Florence par un fleuve."),
    ("P41", "Affaire [Vellani](PERSON marco-vellani) : le parquet fait appel\n\nL'avocat de [Marco Vellani](PERSON "
     "marco-vellani) se tait.",
     "L'affaire Dreyfus est loin, l'affaire Bygmalion aussi."),
    ("P42", "L'Écossaise [Isla Murdoch](PERSON isla-murdoch) bat la Ouïghoure [Gulnar Tursun](PERSON gulnar-tursun) ; "
     "le Touareg [Ag Ibrahim](PERSON ag-ibrahim) et la Lilloise [Baudet](PERSON baudet) suivent.",
     "La Lilloise bat la Toulousaine, le Touareg et la Ouïghoure suivent."),
    ("P43", "Buteurs : [Osimhen](PERSON osimhen) (12e), [Lookman](PERSON lookman) (45e s.p.), [Mbeumo](PERSON mbeumo) "
     "(88e). Rennes bat Lens.",
     "Logements : Paris (12e), Lyon (3e), Marseille (8e). Classement : Lens (1er), Nice (2e)."),
    ("P44", "La chercheuse [Sa'diyya Karim](PERSON sa-diyya-karim) est là. Recueilli par [Jean Mercier](PERSON "
     "jean-mercier).",
     "L'imam de Ta'izz et le maire de Sana'a ont été reçus. Café Louise, Boulangerie Mathieu et Librairie Émile "
     "ferment.",
     "Victoire : trois à zéro. Prudence : verglas. Joyeux Noël à tous."),
    ("P45", "Le chanteur gabonais, que ses fans surnomment « [Mopao](PERSON mopao) », a ri. L'accusé, [Dragan "
     "V.](PERSON dragan-v), se tait. Les frères [Abdel](PERSON abdel-mokhtari) et [Rayan Mokhtari](PERSON "
     "rayan-mokhtari) rient.",
     "Les frères Lumière et les frères Jacques ; le chanteur aime la rivière, que l'on appelle « Grise »."),
    ("P46", "Qui est [Abiodun Falana](PERSON abiodun-falana), le tombeur du gouverneur ?",
     "Qui est Boko Haram ? Qui est là ?"),
    ("P47", "Le scrutin porte [Karim Aubert](PERSON karim-aubert) à la mairie. Elle place [Rose Lantier](PERSON "
     "rose-lantier) au Budget. L'équipe garde [Yves Morel](PERSON yves-morel).",
     "La fête est place Jean Moulin, la tour Yves Morel et la porte Rose Lantier sont fermés."),
    ("P47b", "Le parquet place [Rose Lantier](PERSON rose-lantier) en garde à vue. L'échec marque [Luc "
     "Aubert](PERSON luc-aubert).",
     "La kermesse place Rose-Lantier en fin de journée, la marque Luc Aubert."),
    ("P48", "Le bal est annulé.\n[Awa Ndoye](PERSON awa-ndoye)", "Le bal est annulé.\nRadio Azur",
     "Le bal est annulé, l'orage menace.\nRédaction Web"),
    ("P48b", "Le bal est annulé. [Ph. Garrigou](PERSON ph-garrigou)", "Le bal est annulé. Ph. : la mairie"),
    ("P49", "« Assez », coupe [Anaëlle](PERSON anaelle). « Jamais », sourit [Lise](PERSON lise).",
     "La coupe Davis revient, elle coupe Nantes en deux."),
    ("P50", "L'Assemblée a élu M. [Nguyen Van Hai](PERSON nguyen-van-hai) Président de la République. M. [Paul "
     "Arnaud](PERSON paul-arnaud), Roi du carnaval, a souri.",
     "Le Président de la République a reçu le Roi du Maroc."),
    ("P50b", "Le Roi [Philippe](PERSON philippe-de-belgique) dort.",
     "La Reine des neiges, le Prince noir."),
    ("P51", "L'après-[Mandela](PERSON nelson-mandela) commence ; les anti-[Poutine](PERSON vladimir-poutine) défilent.",
     "L'après-Covid, les anti-Bruxelles et l'avant-Mondial."),
    ("P52", "La fortune de [Khadafi](PERSON mouammar-kadhafi) dort. Le carton de [Santiago Ferreyra](PERSON "
     "santiago-ferreyra) pèse.",
     "La fortune de Lyon dort. Le carton de Santiago pèse."),
    ("P53", "La cheffe Innus [Odile Rock](PERSON odile-rock) est là.",
     "Il vit dans la province de Vinh Phuc, district de Mai Chau."),
    ("P54", "Le chien de [Rose Lantier](PERSON rose-lantier) aboie.",
     "Des chats : le mien s'appelle Hollande, et le chien s'appelait Sarkozy.",
     "Nos confrères de Studio Azur l'ont vu."),
    ("P55", "[Marine Le Pen](PERSON marine-le-pen) se tait, [Le Pen](PERSON jean-marie-le-pen) père avait ri.",
     "Le père dit non, la mère dit oui."),
    ("P56", "[Nelson Mandela](PERSON nelson-mandela) danse avec sa femme, [Winnie](PERSON winnie-mandela).",
     "[Luc Arnaud](PERSON luc-arnaud) danse avec sa femme, [Winnie](PERSON winnie).",
     "Sa femme danse."),
    ("P37b", "À Busan, [Park Min-ji](PERSON park-min-ji), 61 ans, tient un étal.",
     "À Busan, Park Hyatt affiche complet, Victoria Park est fermé."),
]

KNOWN: list[tuple[str, str, str]] = [
    ("P15b", "On donne le film « Jules et Jim » et la pièce « Antigone ».",
     "the noun before a quoted title is not looked at across the quotation mark"),
]


LED = "[Ouattara](PERSON alassane-ouattara) : une réponse."
"""The surname alone of somebody who led a state in 2020, and not in 1980."""


@pytest.mark.parametrize("marked", cases(ROWS, KNOWN))
def test_people(marked, check):
    check(marked, LABELS)


def test_surnames_of_those_in_office(check):
    check(LED, LABELS, "2020-08-20")
    check("Ouattara : une réponse.", LABELS, "1980-08-20")
    check("M. [Bush](PERSON george-h-w-bush) pêche.", LABELS, "1990-07-20")
    check("M. [Bush](PERSON george-w-bush) pêche.", LABELS, "2005-07-20")
    check("M. [Bush](PERSON bush) pêche.", LABELS, "1996-07-20")
    check("Jambon cru, melon et figues.", LABELS, "2021-03-04")
    check("[Attal](PERSON gabriel-attal) a cédé. Tous attendent [Attal](PERSON gabriel-attal).", LABELS, "2024-02-20")
    check("Il neige. [Hollande](PERSON francois-hollande), note un proche, a le temps.", LABELS, "2014-02-20")


@pytest.mark.parametrize("text", [
    "Verdict : faux, de la première à la dernière virgule.",
    "Loto. Le gros lot est parti en Bretagne.",
    "Sifflets. Le public ne veut plus attendre.",
    "Le plan a été voté. Crédible ? Personne n'y croit.",
    "Dîner. On sert la soupe à huit heures.",
    "Anecdote : le chien a gagné.",
    "Ballottage : personne ne passe. Rideau. La salle est vide.",
    "Assis bien droit, le maire lisait son texte.",
    "Fanion au poing, il saluait. Besace en bandoulière, elle riait.",
    "Écharpe bleue, il saluait. Moustache grise, manteau long, il saluait.",
    "Émue aux larmes, la salle se lève. Debout très tôt, le boulanger bâille.",
    "Tapis encore trempé, salle vide.",
    "Moribonds il y a deux semaines, championnes du monde dimanche, elles dansent.",
    "Héroïques une semaine plus tôt, les Bleus ont chuté. Favoris depuis mars, ils sont éliminés.",
])
def test_what_opens_a_sentence(text, check):
    check(text, LABELS)


@pytest.mark.parametrize("marked", [
    "[Macron](PERSON emmanuel-macron) : le retour.",
    "[Delorme](PERSON delorme) : « Nous partons. »",
    "[Kovarik](PERSON jan-kovarik) : une saison folle. Le joueur [Jan Kovarik](PERSON jan-kovarik) a marqué.",
    "[Kovarik](PERSON jan-kovarik). Le nom est lâché, [Jan Kovarik](PERSON jan-kovarik) arrive.",
    "[Dupuis](PERSON anne-dupuis) encore battue, [Anne Dupuis](PERSON anne-dupuis) renonce.",
    "[Mélenchon](PERSON jean-luc-melenchon) : la colère.",
    "Législatives : [Paul Biya](PERSON paul-biya) promet. Immigration : Berlin hésite.",
    "[Estelle](PERSON estelle) : [Paul Biya](PERSON paul-biya) a promis.",
    "[Dumas](PERSON luc-dumas) depuis hier, [Luc Dumas](PERSON luc-dumas) ensuite.",
    "Assis bien droit, [Gérard Collomb](PERSON gerard-collomb) lit.",
])
def test_who_opens_a_sentence(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("text", [
    "Le chien, un berger allemand de sept ans, répondait au nom de Sultan.",
    "La chatte de la boulangère répond au nom de Duchesse. Duchesse a disparu.",
    "Une jument grise qui répond au nom de Violette broute.",
    "Les perroquets crient : le plus vieux des perroquets répond au nom de Sidonie.",
    "À Kourou, la prochaine Ariane emporte un satellite météo.",
    "Peugeot prépare la prochaine Alba, et Renault la prochaine Clio.",
    "La tente Vauban fuyait. La poussette Maclaren aussi.",
    "On rapporte du savon Claus Porto, une valise Rimowa et un piano Steinway.",
    "Le réfrigérateur Miele bourdonne, la guitare Fender siffle.",
])
def test_things_and_animals_with_names(text, check):
    check(text, LABELS)


@pytest.mark.parametrize("marked", [
    "Le suspect répond au nom de [Karim Saad](PERSON karim-saad).",
    "Un garçon répondait au nom de [Mathieu](PERSON mathieu). Le chien dort.",
    "Le maire a répondu au nom de [Claire Besson](PERSON claire-besson).",
    "Le chien de [Luc Berthaud](PERSON luc-berthaud) dort.",
    "Le piano de [Martha Argerich](PERSON martha-argerich) arrive.",
    "Dans la tente, [Lise Rivard](PERSON lise-rivard) soigne un blessé.",
    "La prochaine présidente, [Ana Belloso](PERSON ana-belloso), arrive. Le prochain, [Tom Harwell](PERSON "
    "tom-harwell), attend.",
])
def test_people_beside_things_and_animals(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "[Solange](PERSON solange) décroche.",
    "La banque est fermée. [Stavroula](PERSON stavroula) patiente, en bout de file.",
    "[Bérénice](PERSON berenice) tricote, [Anselme](PERSON anselme) ronfle.",
    "Il pleut. [Odile](PERSON odile) épluche des carottes.",
    "« [Gaspard](PERSON gaspard) s'agenouille », raconte la voisine.",
    "La nuit tombe, et [Mathilde](PERSON mathilde) feuillette un vieux carnet.",
])
def test_who_does_something_by_hand(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("text", [
    "Rose pâle, la robe sèche.",
    "Lens décroche, Brest patiente.",
    "Toyota patiente. Airbus décroche un contrat.",
    "La foule de Nantes patiente.",
    "Noël allume les vitrines de Colmar.",
    "Lorraine décroche en Bourse.",
])
def test_what_does_so_and_is_nobody(text, check):
    check(text, LABELS)
