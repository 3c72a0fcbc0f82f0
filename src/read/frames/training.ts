import type { Frame } from "./types.ts";
import { fr, pt } from "./verbs.ts";

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
        "teach|to teach|to train|will train|plans to train|trained|trains|train|has trained|have trained|training for|provided training|provides training|provided|offered|offers courses|offered courses|gave|ran|runs|hosted|hosts|held|taught|teaches|teaching|delivered|conducted|organised|organized|instructed|opened a course|sent trainers|provide training|gave a course|attract|attracts|attracted|draws|drew|reached|has reached|have reached|reaches|extended to|hosting|holds|hold|conducts|delivers|offers|offering|organises|organizes|gives|coached|mentored|will teach|is training|are training|instructs|to instruct|will instruct|will host|will hold|drill|drills|drilled|drilling|will drill|schooled|tutored|trained up|is coaching|are coaching|will coach|will mentor|mentors|mentoring|coaches|put through their paces|ran a course|runs a course|given|led a course|leads a course|led|leads|to coach|to drill|to mentor",
      takes:
        "train with|trains with|trained with|will train with|to train in|train in|trains in|train at|to train at|fly to|flew to|flies to|sent to|travel to|travels to|will be trained|to be trained|be trained|received|receive|taken|took|take|attended|attend|was trained|were trained|been trained|trained by|trained in|trained at|have received|study|studied|graduated|completed|joined|took part in|participated in|travelled to|went to|taught by|have taken|receiving|receives|attends|undergo|undergoes|underwent|graduate from|graduates from|graduated from|complete|completes|finished|instructed by|learned|learnt|was taught|were taught|was instructed|were instructed|enrolled in|were hosted|underwent training|receive training|received training|returned from|return from|have returned|leave for|left for|would leave for|will leave for|will attend|will travel to|will fly to|head to|headed to|are studying|is studying|will study|began training|begin training|start training|started training|finish training|have finished|has finished|have completed|has completed|wrapped up|visited|visit|visits|shown how to use|taught how to use|taught to use|trained to use|trained in using|trained in the use of|trained on the use of|instructed in the use of|taught the use of|learned to use|learnt to use|learned how to use|learnt how to use|drilled in the use of|was shown how|were shown how|been shown how|are shown how|was coached|were coached|was drilled|were drilled|was schooled|were schooled|were put through their paces|learn from|learns from|learning from|learned from|schooled by|coached by|drilled by|mentored by|to be trained by|are trained by|is trained by|are being trained|is being trained",
      tells:
        "to teach|to train|will train|trained|trains|was trained|were trained|been trained|trained by|taught|instructed|be trained|train police|train officers|train soldiers|train counterparts|trains police|instructed by|coached|mentored|is training|are training|will instruct|instructs|drill|drills|drilled|will drill|schooled|coaches|mentors|will coach|will mentor|learn how to|to learn how|learned how to|learnt how to|shown how to|taught how to|will teach|teach|teaches",
      nouns:
        "training|police training|training session|training course|course|seminar|workshop|police college|police academy|police academies|law enforcement academies|law enforcement academy|instruction|curriculum|security assistance|trainers|police trainers|police instructors|classes|class|training classes|masterclass|study tour|training centre|training mission|drill|ministry academy|military academy|academy of the interior ministry|staff college|academy in",
      plans:
        "to train|to teach|to host|to coach|to mentor|to be trained|to train in|to train at|to attend|to offer",
      sends:
        "send|sends|sent|will send|has sent|have sent|to send|is sending|are sending|dispatched|dispatches|will dispatch|has dispatched|gone|had gone|have gone|has gone",
      teachers:
        "trainers|trainer|instructors|instructor|experts|expert|advisers|adviser|advisors|advisor|teachers|lecturers|specialists|mentors|coaches|police experts",
      by: "by|from|at|in|with",
      to: "to|for|from|in|of|like|on",
      made: "",
    },
    es: {
      gives:
        "formó a|formará|formarán|capacitará|entrenará|forman a|entrenó|entrenaron|ha entrenado|capacitó|capacitaron|ha capacitado|formó|formaron|ha formado|adiestró|impartió|impartieron|ha impartido|organizó|ofreció|brindó|acogió|capacita|entrena|forma|llegó a|ha llegado a|llegó al|ha llegado al|alcanzó|ha alcanzado|abarcó|abarca|formar|formar a|capacitar|entrenar|adiestrar|instruyó|instruye|instruyeron|instruirá|formaba|entrenaba|impartirá|impartirán|ofrecerá|organizará|acogerá|preparó|preparará|preparan|dicta|dictó|dictaron|dictará|adiestra|adiestran|adiestrará|capacitarán|entrenarán|entrenan|capacitan|imparten|imparte|ofrece|ofrecen|enseña|enseñó|enseñaron|impartido|impartida|impartidos|asesoró",
      takes:
        "serán formados|serán capacitados|serán entrenados|recibió formación|recibieron formación|recibió|recibieron|han recibido|asistió|asistieron|participó en|participaron en|fue entrenado por|fueron entrenados por|fueron capacitados por|fueron formados por|se formaron en|se forman en|recibe|reciben|asiste|asisten|se gradúan|se graduaron|se capacitan|se capacitaron|son entrenados|viajaron a|recibirán|recibirá|cursaron|cursan|fueron entrenados|fueron capacitados|fueron formados|se entrenaron|se adiestraron|recibieron un curso|recibieron capacitación|recibieron entrenamiento|asistirán|viajará a|viajarán a|viajan a|viajó a|se forma en|se formarán en|se formará en|se entrenan|se entrenan en|se entrena|se adiestran|realizan un curso|realizaron un curso|completaron|completó|concluyeron|concluyó|finalizaron|terminaron|se instruyen|aprenden|aprendieron|estudian|estudiaron|fueron instruidos|son formados|es entrenada|son capacitados|participan en|participa en|participarán en|partieron a|formados por|capacitados por|entrenados por|formarse|entrenarse|capacitarse|adiestrarse|instruirse|prepararse en|recibir formación|recibir entrenamiento|recibir capacitación|ser formados|ser entrenados|ser capacitados|ser instruidos|han sido formados|han sido entrenados|han sido capacitados|habían sido formados|se habían formado|se han formado|se han entrenado|se ha formado|fue formado|fue capacitado|fue instruido|siguieron|siguió|han seguido|ha cursado|han cursado|realizó|realizaron|han asistido|ha asistido|asistir|han participado|participan|participó|participaron|tomó parte|tomaron parte|ha recibido|se sometieron a|se diplomaron|se titularon",
      tells:
        "serán formados|serán capacitados|serán entrenados|formó a|formaron a|ha formado a|formará a|capacitará|entrenará|se forman en|se formaron en|entrenó|entrenaron|ha entrenado|capacitó|capacitaron|ha capacitado|fueron entrenados|fueron capacitados|adiestró|se graduaron|se gradúan|formar a|capacitar|entrenar|adiestrar|instruyó|instruyeron|instruirá|capacitarán|entrenarán|formarán a|se forman|se formarán|se entrenan|se capacitan|se adiestran|son formados|son entrenados|son capacitados|fueron instruidos|entrena|capacita|adiestra|forma a|forma a policías|instruye|formarse|entrenarse|capacitarse|adiestrarse|instruirse|recibir formación|recibir entrenamiento|recibir capacitación|han sido formados|han sido entrenados|han sido capacitados|se han formado|se han entrenado|se habían formado|fue formado|fue capacitado|fue entrenado|fueron formados|recibió formación|recibieron formación|recibió entrenamiento|recibieron entrenamiento|recibieron capacitación",
      nouns:
        "formación|capacitación|entrenamiento|curso|cursos|seminario|taller|adiestramiento|academia de policía|formación policial|sesiones de formación|cursos de formación|instructores policiales|formadores policiales|clases|pasantía|cursillo|maestría|jornada de capacitación|programa de formación|beca|diplomado",
      sends: "envió|envía|enviará|ha enviado|enviaron|envían|enviarán|mandó|mandará",
      teachers: "instructores|formadores|expertos|asesores|especialistas|entrenadores|capacitadores",
      by: "por|de|en",
      to: "a|al|de|del|para|en",
      made: "",
    },
    fr: {
      passives: fr.passive("former|entraîner|encadrer|initier|perfectionner|animer|dispenser|organiser"),
      gives: `formera|formeront|va former|vont former|a formé|ont formé|forme|forment|a organisé|ont organisé|a offert|a dispensé|ont dispensé|a accueilli|a entraîné|ont entraîné|a donné|a touché|ont touché|a atteint|ont atteint|a concerné|couvre|a couvert|dispense|organise|offre|accueille|donne|lance|former|entraîner|instruire|entraîne|entraînent|entraînera|entraîneront|a instruit|ont instruit|a encadré|ont encadré|organisera|dispensera|accueillera|assure la formation|a assuré la formation|ont assuré la formation|animé|animée|anime|animent|a animé|ont animé|dispensé|dispensée|dispensent|encadre|encadrent|instruit|instruisent|enseigne|enseignent|a enseigné|ont enseigné|perfectionne|formé|donnent|assure|assurent|initie|ont initié|a initié|${fr.active("former|entraîner|encadrer|initier|perfectionner|dispenser|enseigner|organiser|animer|sensibiliser|outiller")}|accueillent|accueilleront|hébergent`,
      takes: `seront formés|sera formé|seront formées|a reçu|ont reçu|ont suivi|a suivi|ont participé à|a participé à|ont été formés par|a été formé par|formés par|ont bénéficié|formé par|formée par|reçoit|reçoivent|suivent|bénéficient|sont formés|est formé|ont été entraînés|a été entraîné|ont été formées|suivront|se sont formés|se forment|recevront|sont formées|étudient|ont étudié|ont assisté à|assistent à|ont achevé|a achevé|achèvent|ont terminé|a terminé|ont effectué|a effectué|effectuent|ont passé|s'entraînent|se sont entraînés|apprennent|ont appris|se perfectionnent|se sont perfectionnés|partiront|sont partis|participent à|participe à|participeront à|ont été instruits|sont entraînés|assisteront à|ont bouclé|encadrés par|entraînés par|instruits par|${fr.active("achever|terminer|effectuer|étudier|fréquenter|intégrer|boucler|entamer|débuter")}|dispensé par|s'initient à|se familiarisent avec|se rendent à|se sont rendus à|s'envolent pour|se sont envolés pour|se former|s'entraîner|se perfectionner|suivre une formation|suivre un stage|suivre des stages|suivre des cours|être formés|être formé|être entraînés|recevoir une formation|ont été formés|avaient été formés|avait été formé|ont assisté|ont fréquenté|avaient suivi|avait suivi|a été initié|ont été initiés|ont été encadrés`,
      tells: `seront formés|sera formé|seront formées|formera|formeront|va former|a formé|ont formé|ont été formés|a été formé|a entraîné|formés par|entraîne|entraînent|entraînera|ont entraîné|a instruit|ont instruit|vont former|former des policiers|former les policiers|a assuré la formation|formé|entraînés|s'entraînent|se forment|se sont formés|instruits|entraîne des|instruit des|forment des|forme des|encadre des|${fr.active("former|entraîner")}|${fr.passive("former|entraîner")}|se former|s'entraîner|suivre une formation|être formés|être formé|être entraînés|recevoir une formation|avaient été formés|avait été formé|ont suivi une formation|a suivi une formation|ont reçu une formation|a reçu une formation|ont été entraînés`,
      nouns:
        "formation|formations|stage|stages|séminaire|atelier|école de police|académie de police|formation policière|sessions de formation|cours|instructeurs de police|formateurs de police|cycle de formation|session|sessions|recyclage|module|entraînement|entraînements|bourse|colloque",
      sends: "a envoyé|envoie|enverra|ont envoyé|envoient|enverront|a dépêché",
      teachers: "instructeurs|formateurs|experts|conseillers|spécialistes|coopérants",
      by: "par|de|en|du",
      to: "à|au|aux|de|du|des|pour|en|la|le",
      made: "",
    },
    ru: {
      gives:
        "обучит|обучат|подготовит|подготовят|обучил|обучила|обучили|подготовил|подготовила|подготовили|провёл|провела|провели|организовал|организовала|обучает|обучают|тренировал|тренировали|охватил|охватила|охватило|охватили|охватывает|охватывают|проводит|проводят|организует|готовит|принимает|принял|приняла|обучить|обучать|подготовить|готовить|тренирует|тренируют|тренировать|будет обучать|будет готовить|проводил|проводила|провели курсы|инструктировал|натренировали|прочитали курс|примет|проведет|проведёт|обучали|обучал|обучала|готовила|готовил|готовили|учит|учат|учил|учили|научил|научили|преподаёт|преподает|преподают|преподавали|читает курс|ведёт курс|провела курс|провёл курс|проведут|проведёт курс|стажирует|наставляет|инструктирует|инструктируют",
      takes:
        "будут обучены|пройдут обучение|пройдут подготовку|прошёл|прошла|прошли|получил|получила|получили|прошли обучение|прошли подготовку|участвовали в|обучались|учились|проходят обучение|проходит обучение|учатся|обучаются|окончили|окончил|были обучены|был обучен|прошли курс|прошли курсы|прошли стажировку|окончили курсы|учатся в|обучаются в|проходили обучение|стажировались|повысили квалификацию|приняли участие в|посетили курс|прослушали курс|прошёл стажировку|прошла стажировку|прошел обучение|прошёл обучение|прошла обучение|завершили|завершил|завершила|закончили|закончил|стажируются|стажируется|проходят подготовку|проходят курс|изучают|изучали|отправятся|отправились|прибыли на|приехали на|поедут|занимаются|тренируются|тренировались|побывали|научились|повышают квалификацию",
      tells:
        "будут обучены|пройдут обучение|пройдут подготовку|обучит|обучат|обучил|обучила|обучили|прошли обучение|прошли подготовку|обучались|подготовил|подготовила|подготовили|обучить|обучать|подготовить полицейских|подготовить офицеров|готовить полицейских|тренирует|тренируют|тренировать|обучали|обучал|обучала|обучает|обучают|прошли курс|готовит полицейских|стажируются|стажировались|прошли стажировку|тренируются|тренировались|учит полицейских|учат полицейских|преподают|инструктирует|инструктируют|проходят подготовку|проходят обучение",
      nouns:
        "обучение|подготовка|курс|курсы|семинар|тренинг|полицейская академия|учения|учебные курсы|стажировка|стажировку|стажировки|занятия|мастер-класс|переподготовка|повышение квалификации|программа обучения|инструкторы",
      by: "от|из|в",
      to: "для|из|в|с",
      made: "",
      sends:
        "отправляет|отправляют|отправил|отправила|отправили|направляет|направляют|направил|направила|направили|посылает",
    },
    pt: {
      passives: pt.passive("treinar|capacitar|formar|ministrar|instruir|preparar|organizar"),
      gives: `treinou|ter treinado|ter formado|ter capacitado|treinaram|treinará|treinarão|vai treinar|capacitou|capacitaram|formou|formaram|ministrou|organizou|ofereceu|realizou|sediou|treina|treinam|alcançou|alcançaram|chegou a|atingiu|atingiram|abrangeu|abrange|dá formação|dão formação|deu formação|deram formação|ministra|oferece|organiza|realiza|treinar|capacitar|formar|instruiu|instruíram|instruirá|formará|formarão|capacitará|capacitarão|deu treinamento|deram treinamento|oferecerá|organizará|sediará|acolheu|ministraram|ofereceram|organizaram|preparou|dada|dado|ministrado|ministrada|ministrará|ensina|ensinou|ensinaram|capacita|capacitam|forma|formam|lecionou|instrui|${pt.active("treinar|capacitar|formar|ministrar|instruir|ensinar|preparar|organizar|lecionar|adestrar|qualificar")}`,
      takes: `será treinado|serão treinados|recebeu treinamento|receberam treinamento|recebeu|receberam|participaram de|foi treinado por|foram treinados por|foram treinados|são treinados|estudaram|frequentaram|receberão|receberá|foram capacitados|foram formados|participou de|participarão de|fizeram|concluíram|se formaram|formaram-se em|assistiram a|frequentam|foi treinado|são formados|receberam formação|recebeu formação|estudam|concluiu|concluem|terminaram|terminou|frequentou|participaram|participam|participou|aprendem|aprenderam|viajaram|viajam|formaram-se|recebem|treinam em|treinaram em|completaram|completou|fizeram um curso|formados por|treinados por|capacitados por|${pt.active("frequentar|concluir|completar|terminar|estudar|iniciar|cursar")}|treinar-se|formar-se|capacitar-se|se treinar|se capacitar|receber treinamento|receber formação|receber capacitação|ser treinados|ser formados|ser capacitados|fazer cursos|fazer um curso|fez um curso|fizeram cursos|tinham sido treinados|haviam sido treinados|passaram por treinamento|passou por treinamento|passaram por um curso|foram instruídos|foi instruído|foi capacitado|foi formado|foram adestrados|cursaram|cursou|assistiu a|têm participado|fizeram treinamento|fez treinamento`,
      tells: `serão treinados|ter treinado|ter formado|ter capacitado|treinou|treinaram|treinará|treinarão|vai treinar|capacitou|foram treinados|são treinados|treinar|capacitar|instruiu|instruíram|capacitaram|capacitará|capacitarão|formou polícias|formaram polícias|foram capacitados|foram formados|formará polícias|deu treinamento|treina|treinam|forma polícias|formam polícias|formou|formaram|capacita|${pt.active("treinar|capacitar")}|${pt.passive("treinar|capacitar")}|treinar-se|receber treinamento|receber formação|ser treinados|tinham sido treinados|haviam sido treinados|passaram por treinamento|passou por treinamento|foi treinado|foi capacitado|receberam treinamento|recebeu treinamento|receberam formação|fizeram treinamento`,
      nouns:
        "treinamento|formação|capacitação|curso|cursos|seminário|oficina|academia de polícia|treinamento policial|formação policial|instrutores policiais|formadores policiais|estágio|treino|ação de formação|aulas|instrutores",
      sends: "enviou|envia|enviará|enviaram|enviam|enviarão|mandou|mandará",
      teachers: "instrutores|formadores|peritos|especialistas|assessores|conselheiros",
      by: "por|pelo|pela|de|em|na|no",
      to: "a|à|às|ao|aos|de|do|da|dos|das|para|em",
      made: "",
    },
    ar: {
      gives:
        "دربت|درب|تدرب|يدرب|دربوا|ستدرب|سيدرب|سوف تدرب|نظمت|نظم|تنظم|قدمت|قدم|تقدم|استضافت|استضاف|أقامت|أجرت|عقدت|وفرت|شملت|شمل|وصل إلى|وصلت إلى|لتدريب|أشرفت على تدريب|ستنظم|سينظم|ستقدم|سيقدم|ستستضيف|قامت بتدريب|قام بتدريب|علمت|أهلت|ينظم|تستضيف|يعلم|تعلم|أقام|تقيم",
      takes:
        "تلقى|تلقت|تلقوا|يتلقى|شارك|شاركت|شاركوا في|تدربوا|تدربت|تدرب في|حضر|حضرت|حضروا|تخرج|تخرجت|تخرجوا|يتخرج|يتخرجون|درس في|درسوا في|تم تدريب|جرى تدريب|خضع|خضعوا|خضعت|خضع لتدريب|خضعوا لتدريب|تلقى تدريبا|تلقوا تدريبا|يتدرب|يتدربون|سيتلقى|سيتلقون|شارك فيها|شاركوا|التحق|التحقوا|أنهى|أنهوا|درسوا|تدرب|يتدربن|أنهت|اختتم|اختتموا|أكمل|أكملوا|يتلقون|يدرس|يدرسون|يشارك|يشاركون|سافر|سافروا|سيتدرب",
      tells:
        "دربت|درب|تدرب|يدرب|دربوا|ستدرب|سيدرب|تدربوا|تدربت|تم تدريب|جرى تدريب|قامت بتدريب|قام بتدريب|تلقى تدريبا|تلقوا تدريبا|تلقت تدريبا|خضع لتدريب|خضعوا لتدريب|يتدرب|يتدربون|سيتدرب",
      teachers: "مدربون|مدربين|خبراء|مستشارون|معلمون|مدربو|خبراء الشرطة|مدرب|خبير",
      nouns:
        "تدريب|تدريبات|دورة|دورات|دورة تدريبية|دورات تدريبية|ندوة|ندوات|ورشة عمل|ورش عمل|أكاديمية الشرطة|كلية الشرطة|برنامج تدريبي|تدريب الشرطة|تدريبا|ورشة|مدربون|مدربين|محاضرات",
      by: "من|في",
      to: "من|إلى|في",
      made: "",
      sends: "ترسل|يرسل|أرسلت|أرسل|توفد|أوفدت|أوفد|ابتعثت|ابتعث",
    },
    zh: {
      gives:
        "覆盖|覆盖了|惠及|培训了|培训|举办|举办了|提供|提供了|开设|训练|训练了|组织|授课|培养|培养了|授训|轮训|为其培训|举行|承办|主办|开办|培训过|将培训|传授|代训|开展培训|提供培训|讲授|教授|派出教官|派教官|派出专家|开班|指导|教导|为期",
      takes:
        "接受|接受了|参加|参加了|赴|毕业于|接受培训|接受培养|参训|来华|受训|结业|毕业|前往|学习|进修|出席|赴华|受过|在华受训|来华培训|赴中国|接受训练|抵达|完成培训|完成训练|完成了|结束了|研修|参加了|就读|就读于|学成",
      tells:
        "培训|训练|培训了|训练了|受训|集训|轮训|代训|讲授|授课|参训|进修|研修|接受培训|接受训练|派出教官",
      nouns: "培训|培训班|研修班|课程|警察学院|警官学院|警务培训|训练|培训课程|讲座|教官|训练营|研讨班",
      by: "由|在|的",
      to: "为|向|对|给|来自",
      made: "",
    },
  },
};
