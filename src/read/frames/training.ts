import type { Frame } from "./types.ts";

/** Who trained whose police, on what. */
export const training: Frame = {
  kind: "training",
  subject: "police training",
  giver: "provider",
  giverCountry: "provider",
  taker: "recipient",
  giverKinds: ["police-college", "police-agency", "ministry", "programme"],
  object: { list: "topics", role: "topic" },
  needsObject: false,
  given: "done",
  fields: {
    provider: "provider",
    recipient: "recipients",
    topic: "topics",
    host: "host_entity",
    date: "began",
    ended: "ended",
    place: "place",
    participants: "participants",
  },
  words: {
    en: {
      gives:
        "teach|to teach|to train|will train|plans to train|trained|trains|train|has trained|have trained|training for|provided training|provides training|provided|offered|offers courses|offered courses|gave|ran|runs|hosted|hosts|held|taught|teaches|teaching|delivered|conducted|organised|organized|instructed|opened a course|sent trainers|provide training|gave a course|attract|attracts|attracted|draws|drew|reached|has reached|have reached|reaches|extended to|hosting|holds|hold|conducts|delivers|offers|offering|organises|organizes|gives|coached|mentored|will teach|is training|are training|instructs|to instruct|will instruct|will host|will hold",
      takes:
        "to train in|train in|trains in|train at|to train at|fly to|flew to|flies to|sent to|travel to|travels to|will be trained|to be trained|be trained|received|receive|taken|took|take|attended|attend|was trained|were trained|been trained|trained by|trained in|trained at|have received|study|studied|graduated|completed|joined|took part in|participated in|travelled to|went to|taught by|have taken|receiving|receives|attends|undergo|undergoes|underwent|graduate from|graduates from|graduated from|complete|completes|finished|instructed by|learned|learnt|was taught|were taught|was instructed|were instructed|enrolled in|were hosted|underwent training|receive training|received training",
      tells:
        "to teach|to train|will train|trained|trains|was trained|were trained|been trained|trained by|taught|instructed|be trained|train police|train officers|train soldiers|train counterparts|trains police|instructed by|coached|mentored|is training|are training|will instruct|instructs",
      nouns:
        "training|police training|training session|training course|course|seminar|workshop|police college|police academy|police academies|law enforcement academies|law enforcement academy|instruction|curriculum|security assistance|trainers|police trainers|police instructors",
      by: "by|from|at|in|with",
      to: "to|for|from|in|of|like|on",
      made: "",
    },
    es: {
      gives:
        "formó a|formará|formarán|capacitará|entrenará|forman a|entrenó|entrenaron|ha entrenado|capacitó|capacitaron|ha capacitado|formó|formaron|ha formado|adiestró|impartió|impartieron|ha impartido|organizó|ofreció|brindó|acogió|capacita|entrena|forma|llegó a|ha llegado a|llegó al|ha llegado al|alcanzó|ha alcanzado|abarcó|abarca|formar|formar a|capacitar|entrenar|adiestrar|instruyó|instruye|instruyeron|instruirá|formaba|entrenaba|impartirá|impartirán|ofrecerá|organizará|acogerá|preparó|preparará|preparan",
      takes:
        "serán formados|serán capacitados|serán entrenados|recibió formación|recibieron formación|recibió|recibieron|han recibido|asistió|asistieron|participó en|participaron en|fue entrenado por|fueron entrenados por|fueron capacitados por|fueron formados por|se formaron en|se forman en|recibe|reciben|asiste|asisten|se gradúan|se graduaron|se capacitan|se capacitaron|son entrenados|viajaron a|recibirán|recibirá|cursaron|cursan|fueron entrenados|fueron capacitados|fueron formados|se entrenaron|se adiestraron|recibieron un curso|recibieron capacitación|recibieron entrenamiento|asistirán",
      tells:
        "serán formados|serán capacitados|serán entrenados|formó a|formaron a|ha formado a|formará a|capacitará|entrenará|se forman en|se formaron en|entrenó|entrenaron|ha entrenado|capacitó|capacitaron|ha capacitado|fueron entrenados|fueron capacitados|adiestró|se graduaron|se gradúan|formar a|capacitar|entrenar|adiestrar|instruyó|instruyeron|instruirá|capacitarán|entrenarán|formarán a",
      nouns:
        "formación|capacitación|entrenamiento|curso|cursos|seminario|taller|adiestramiento|academia de policía|formación policial|sesiones de formación|cursos de formación|instructores policiales|formadores policiales",
      by: "por|de|en",
      to: "a|al|de|del|para|en",
      made: "",
    },
    fr: {
      gives:
        "formera|formeront|va former|vont former|a formé|ont formé|forme|forment|a organisé|ont organisé|a offert|a dispensé|ont dispensé|a accueilli|a entraîné|ont entraîné|a donné|a touché|ont touché|a atteint|ont atteint|a concerné|couvre|a couvert|dispense|organise|offre|accueille|donne|lance|former|entraîner|instruire|entraîne|entraînent|entraînera|entraîneront|a instruit|ont instruit|a encadré|ont encadré|organisera|dispensera|accueillera|assure la formation|a assuré la formation|ont assuré la formation",
      takes:
        "seront formés|sera formé|seront formées|a reçu|ont reçu|ont suivi|a suivi|ont participé à|a participé à|ont été formés par|a été formé par|formés par|ont bénéficié|formé par|formée par|reçoit|reçoivent|suivent|bénéficient|sont formés|est formé|ont été entraînés|a été entraîné|ont été formées|suivront|se sont formés|se forment|recevront|sont formées|étudient|ont étudié|ont assisté à|assistent à",
      tells:
        "seront formés|sera formé|seront formées|formera|formeront|va former|a formé|ont formé|ont été formés|a été formé|a entraîné|formés par|entraîne|entraînent|entraînera|ont entraîné|a instruit|ont instruit|vont former|former des policiers|former les policiers|a assuré la formation",
      nouns:
        "formation|formations|stage|stages|séminaire|atelier|école de police|académie de police|formation policière|sessions de formation|cours|instructeurs de police|formateurs de police",
      by: "par|de|en|du",
      to: "à|au|aux|de|du|des|pour|en|la|le",
      made: "",
    },
    ru: {
      gives:
        "обучит|обучат|подготовит|подготовят|обучил|обучила|обучили|подготовил|подготовила|подготовили|провёл|провела|провели|организовал|организовала|обучает|обучают|тренировал|тренировали|охватил|охватила|охватило|охватили|охватывает|охватывают|проводит|проводят|организует|готовит|принимает|принял|приняла|обучить|обучать|подготовить|готовить|тренирует|тренируют|тренировать|будет обучать|будет готовить|проводил|проводила|провели курсы|инструктировал|натренировали|прочитали курс|примет|проведет|проведёт|обучали|обучал|обучала|готовила|готовил|готовили",
      takes:
        "будут обучены|пройдут обучение|пройдут подготовку|прошёл|прошла|прошли|получил|получила|получили|прошли обучение|прошли подготовку|участвовали в|обучались|учились|проходят обучение|проходит обучение|учатся|обучаются|окончили|окончил|были обучены|был обучен|прошли курс|прошли курсы|прошли стажировку|окончили курсы|учатся в|обучаются в|проходили обучение|стажировались|повысили квалификацию|приняли участие в|посетили курс|прослушали курс",
      tells:
        "будут обучены|пройдут обучение|пройдут подготовку|обучит|обучат|обучил|обучила|обучили|прошли обучение|прошли подготовку|обучались|подготовил|подготовила|подготовили|обучить|обучать|подготовить полицейских|подготовить офицеров|готовить полицейских|тренирует|тренируют|тренировать|обучали|обучал|обучала|обучает|обучают|прошли курс|готовит полицейских",
      nouns: "обучение|подготовка|курс|курсы|семинар|тренинг|полицейская академия|учения|учебные курсы",
      by: "от|из|в",
      to: "для|из|в|с",
      made: "",
    },
    pt: {
      gives:
        "treinou|treinaram|treinará|treinarão|vai treinar|capacitou|capacitaram|formou|formaram|ministrou|organizou|ofereceu|realizou|sediou|treina|treinam|alcançou|alcançaram|chegou a|atingiu|atingiram|abrangeu|abrange|dá formação|dão formação|deu formação|deram formação|ministra|oferece|organiza|realiza|treinar|capacitar|formar|instruiu|instruíram|instruirá|formará|formarão|capacitará|capacitarão|deu treinamento|deram treinamento|oferecerá|organizará|sediará|acolheu|ministraram|ofereceram|organizaram|preparou",
      takes:
        "será treinado|serão treinados|recebeu treinamento|receberam treinamento|recebeu|receberam|participaram de|foi treinado por|foram treinados por|foram treinados|são treinados|estudaram|frequentaram|receberão|receberá|foram capacitados|foram formados|participou de|participarão de|fizeram|concluíram|se formaram|formaram-se em|assistiram a|frequentam|foi treinado|são formados|receberam formação|recebeu formação|estudam",
      tells:
        "serão treinados|treinou|treinaram|treinará|treinarão|vai treinar|capacitou|foram treinados|são treinados|treinar|capacitar|instruiu|instruíram|capacitaram|capacitará|capacitarão|formou polícias|formaram polícias|foram capacitados|foram formados|formará polícias|deu treinamento",
      nouns:
        "treinamento|formação|capacitação|curso|cursos|seminário|oficina|academia de polícia|treinamento policial|formação policial|instrutores policiais|formadores policiais",
      by: "por|pelo|pela|de|em|na|no",
      to: "a|à|às|ao|aos|de|do|da|dos|das|para|em",
      made: "",
    },
    ar: {
      gives:
        "دربت|درب|تدرب|يدرب|دربوا|ستدرب|سيدرب|سوف تدرب|نظمت|نظم|تنظم|قدمت|قدم|تقدم|استضافت|استضاف|أقامت|أجرت|عقدت|وفرت|شملت|شمل|وصل إلى|وصلت إلى|لتدريب|أشرفت على تدريب|ستنظم|سينظم|ستقدم|سيقدم|ستستضيف|قامت بتدريب|قام بتدريب|علمت|أهلت",
      takes:
        "تلقى|تلقت|تلقوا|يتلقى|شارك|شاركت|شاركوا في|تدربوا|تدربت|تدرب في|حضر|حضرت|حضروا|تخرج|تخرجوا|درس في|درسوا في|تم تدريب|جرى تدريب|خضع|خضعوا|خضعت|خضع لتدريب|خضعوا لتدريب|تلقى تدريبا|تلقوا تدريبا|يتدرب|يتدربون|سيتلقى|سيتلقون|شارك فيها|شاركوا|التحق|التحقوا|أنهى|أنهوا|درسوا",
      tells:
        "دربت|درب|تدرب|يدرب|دربوا|ستدرب|سيدرب|تدربوا|تدربت|تم تدريب|جرى تدريب|قامت بتدريب|قام بتدريب|تلقى تدريبا|تلقوا تدريبا|تلقت تدريبا|خضع لتدريب|خضعوا لتدريب|يتدرب|يتدربون",
      nouns:
        "تدريب|تدريبات|دورة|دورات|دورة تدريبية|دورات تدريبية|ندوة|ندوات|ورشة عمل|ورش عمل|أكاديمية الشرطة|كلية الشرطة|برنامج تدريبي|تدريب الشرطة",
      by: "من|في",
      to: "من|إلى|في",
      made: "",
    },
    zh: {
      gives:
        "覆盖|覆盖了|惠及|培训了|培训|举办|举办了|提供|提供了|开设|训练|训练了|组织|授课|培养|培养了|授训|轮训|为其培训|举行|承办|主办|开办|培训过|将培训|传授|代训|开展培训|提供培训",
      takes:
        "接受|接受了|参加|参加了|赴|毕业于|接受培训|接受培养|参训|来华|受训|结业|毕业|前往|学习|进修|出席|赴华|受过|在华受训|来华培训|赴中国",
      tells: "培训|训练|培训了|训练了|受训|集训|轮训|代训",
      nouns: "培训|培训班|研修班|课程|警察学院|警官学院|警务培训|训练",
      by: "由|在|的",
      to: "为|向|对|给|来自",
      made: "",
    },
  },
};
