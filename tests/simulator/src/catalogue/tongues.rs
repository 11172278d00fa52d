//! Titles and artists of other tongues: any head goes with any tail.

/// A tongue other than English.
#[derive(Debug)]
pub struct Tongue {
    pub artists: &'static [&'static str],
    pub heads: &'static [&'static str],
    pub tails: &'static [&'static str],
}

/// Every tongue but English.
pub const TONGUES: [Tongue; 10] = [
    Tongue {
        artists: &[
            "夜行書店",
            "灯台サークル",
            "三月のうさぎ堂",
            "Kaori & the Night Ferry",
        ],
        heads: &[
            "夜の",
            "静かな",
            "青い",
            "最後の",
            "遠い",
            "雨の",
            "誰もいない",
            "八月の",
        ],
        tails: &[
            "電車",
            "灯台",
            "手紙",
            "庭",
            "約束",
            "映画館",
            "坂道",
            "水たまり",
            "ラジオ",
            "屋上",
        ],
    },
    Tongue {
        artists: &["새벽우체국", "종이배 밴드", "Moonjar Trio"],
        heads: &[
            "밤의 ",
            "오래된 ",
            "푸른 ",
            "조용한 ",
            "마지막 ",
            "너의 ",
            "비 오는 ",
        ],
        tails: &[
            "바다",
            "편지",
            "기차",
            "정원",
            "골목",
            "겨울",
            "라디오",
            "창문",
            "극장",
        ],
    },
    Tongue {
        artists: &["مقهى القمر", "رباعي المدينة القديمة", "Layal Mansouri-Berg"],
        heads: &["أغنية ", "رسالة ", "ليل ", "حكاية ", "صوت ", "ذاكرة "],
        tails: &[
            "البحر",
            "المدينة",
            "الصباح",
            "النافذة",
            "الياسمين",
            "الميناء",
            "الشتاء",
        ],
    },
    Tongue {
        artists: &["Καφενείο ο Άνεμος", "Δέσποινα Ρήγα-Λουντ"],
        heads: &[
            "Το τραγούδι ",
            "Το γράμμα ",
            "Το φως ",
            "Η σιωπή ",
            "Το παράθυρο ",
        ],
        tails: &[
            "της θάλασσας",
            "του λιμανιού",
            "του χειμώνα",
            "της πόλης",
            "του δρόμου",
            "της Άννας",
        ],
    },
    Tongue {
        artists: &[
            "Тиха Пошта",
            "Оркестр Старого Трамвая",
            "Лариса Вишнева-Холм",
        ],
        heads: &["Вечір ", "Пісня ", "Лист ", "Спогад ", "Дощ ", "Вальс "],
        tails: &[
            "над рікою",
            "для Марії",
            "без адреси",
            "у місті",
            "після зими",
            "на даху",
        ],
    },
    Tongue {
        artists: &[
            "Orquestra do Cais Velho",
            "Inês Tavora",
            "Os Telhados",
            "Baltazar Rumo",
        ],
        heads: &[
            "Canção ",
            "Noite ",
            "Carta ",
            "Valsa ",
            "Janela ",
            "Saudade ",
            "Madrugada ",
        ],
        tails: &[
            "do cais",
            "de inverno",
            "da cidade",
            "sem fim",
            "do mercado",
            "para Inês",
            "à beira-rio",
        ],
    },
    Tongue {
        artists: &[
            "Los Tranvías del Norte",
            "Paloma Quiroga Weil",
            "Sexteto Mudanza",
        ],
        heads: &[
            "La luz ",
            "El último baile ",
            "Una carta ",
            "El vals ",
            "La lluvia ",
            "Mi ventana ",
        ],
        tails: &[
            "de noviembre",
            "del puerto",
            "sin nombre",
            "de mi barrio",
            "para Lucía",
            "al amanecer",
        ],
    },
    Tongue {
        artists: &[
            "Les Heures Creuses",
            "Odile Marchetti-Roy",
            "Café des Ponts",
        ],
        heads: &[
            "La valse ",
            "Une lettre ",
            "Le dernier train ",
            "Les lumières ",
            "Un dimanche ",
            "Le silence ",
        ],
        tails: &[
            "du port",
            "de novembre",
            "d’en face",
            "sans retour",
            "de la rue Basse",
            "avant l’hiver",
        ],
    },
    Tongue {
        artists: &[
            "Kanalstraße 9",
            "Henrike Vollmond",
            "Das Kleine Orchester am Gleis",
        ],
        heads: &[
            "Ein Brief ",
            "Das letzte Licht ",
            "Walzer ",
            "Regen ",
            "Ein Fenster ",
            "Warten ",
        ],
        tails: &[
            "am Kanal",
            "nach Mitternacht",
            "ohne Schirm",
            "im Treppenhaus",
            "von gestern",
            "über den Dächern",
        ],
    },
    Tongue {
        artists: &[
            "Fjordhagen Kvartett",
            "Åse Lindtrøm",
            "Nattbussen",
            "Grønne Vinduer",
        ],
        heads: &[
            "Sang ", "Brev ", "Lys ", "Morgen ", "En båt ", "Regn ", "Stille ",
        ],
        tails: &[
            "over byen",
            "fra havnen",
            "uten navn",
            "i november",
            "til Ingrid",
            "under isen",
            "på taket",
        ],
    },
];
