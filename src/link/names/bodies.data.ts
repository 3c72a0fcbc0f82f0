/**
 * Bodies of several states, and rivers and lands that several share, which names of organisations hold: one a line, its names in English, French, Spanish, Portuguese,
 * Russian, Chinese and Arabic, some in others too. What stands in capitals is an abbreviation, and counts in capitals only ("UN", "un programme").
 */
export const BODIES: readonly string[] = [
  "United Nations; Nations unies; Naciones Unidas; Nações Unidas; Организация Объединённых Наций; Организации Объединённых Наций; 联合国; 国际连合; 国连; 국제연합; 유엔; Ηνωμένα Έθνη; Ηνωμένων Εθνών; האומות המאוחדות; संयुक्त राष्ट्र; اقوام متحدہ; الأمم المتحدة; UN; UNO; ONU; ООН",
  "European Union; Union européenne; Unión Europea; União Europeia; Европейский союз; Европейского союза; Евросоюз; 欧洲联盟; 欧盟; 欧州连合; 유럽연합; Ευρωπαϊκή Ένωση; האיחוד האירופי; Європейський Союз; الاتحاد الأوروبي; EU; UE; ЕС",
  "African Union; Union africaine; Unión Africana; União Africana; Африканский союз; 非洲联盟; 非盟; アフリカ連合; 아프리카연합; الاتحاد الأفريقي; AU; UA",
  "International Criminal Police Organization; International Criminal Police Organisation; Organisation internationale de police criminelle; Organización Internacional de Policía Criminal; Organização Internacional de Polícia Criminal; Interpol; Интерпол; 国际刑事警察组织; 国际刑警组织; 国际刑警; 国际刑事警察机构; 국제형사경찰기구; 인터폴; インターポール; אינטרפול; Ιντερπόλ; Международная организация уголовной полиции; الإنتربول; المنظمة الدولية للشرطة الجنائية; ICPO; OIPC",
  "Shanghai Cooperation Organisation; Shanghai Cooperation Organization; Organisation de coopération de Shanghai; Organización de Cooperación de Shanghái; Organização para Cooperação de Xangai; Шанхайская организация сотрудничества; Шанхайской организации сотрудничества; 上海合作组织; 上合组织; 上合; منظمة شنغهاي للتعاون; SCO; OCS; ШОС",
  "Association of Southeast Asian Nations; Association des nations de l'Asie du Sud-Est; Asociación de Naciones del Sudeste Asiático; Associação de Nações do Sudeste Asiático; Ассоциация государств Юго-Восточной Азии; 东南亚国家联盟; 东盟; 东南アジア诸国连合; 동남아시아국가연합; رابطة دول جنوب شرق آسيا; الآسيان; ASEAN; ANASE; АСЕАН",
  "Commonwealth of Independent States; Communauté des États indépendants; Comunidad de Estados Independientes; Comunidade de Estados Independentes; Содружество Независимых Государств; Содружества Независимых Государств; 独立国家联合体; 独联体; رابطة الدول المستقلة; CIS; CEI; СНГ",
  "Collective Security Treaty Organization; Collective Security Treaty Organisation; Organisation du traité de sécurité collective; Организация Договора о коллективной безопасности; 集体安全条约组织; 集安组织; منظمة معاهدة الأمن الجماعي; CSTO; ОДКБ",
  "North Atlantic Treaty Organization; Organisation du traité de l'Atlantique nord; Organización del Tratado del Atlántico Norte; Организация Североатлантического договора; 北大西洋公约组织; 北约; 北大西洋条约机构; 북대서양조약기구; حلف شمال الأطلسي; الناتو; NATO; OTAN; НАТО",
  "Organization for Security and Co-operation in Europe; Organisation pour la sécurité et la coopération en Europe; Organización para la Seguridad y la Cooperación en Europa; Организация по безопасности и сотрудничеству в Европе; 欧洲安全与合作组织; 欧安组织; منظمة الأمن والتعاون في أوروبا; OSCE; ОБСЕ",
  "Arab League; League of Arab States; Ligue arabe; Liga Árabe; Лига арабских государств; 阿拉伯国家联盟; 阿盟; جامعة الدول العربية",
  "World Bank; Banque mondiale; Banco Mundial; Всемирный банк; 世界银行; 세계은행; البنك الدولي",
  "Europol; Европол; 欧洲刑警组织; 欧洲刑警; اليوروبول",
  "Southeast Asia; South-East Asia; Southeast Asian; Asie du Sud-Est; Sudeste Asiático; Юго-Восточная Азия; Юго-Восточной Азии; 东南亚; جنوب شرق آسيا",
  "Central Asia; Central Asian; Asie centrale; Asia Central; Ásia Central; Центральная Азия; Центральной Азии; 中亚; آسيا الوسطى",
  "Latin America; Latin American; Amérique latine; América Latina; Латинская Америка; Латинской Америки; 拉丁美洲; 拉美; أمريكا اللاتينية",
  "Middle East; Moyen-Orient; Oriente Medio; Médio Oriente; Ближний Восток; Ближнего Востока; 中东; الشرق الأوسط",
  "Pacific Islands; Pacific Island Countries; îles du Pacifique; Islas del Pacífico; 太平洋岛国; جزر المحيط الهادئ",
  "Mekong; Меконг; 湄公河; الميكونغ",
  "Lancang; Lancang River; 澜沧江",
];
