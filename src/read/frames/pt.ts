import { noSmallWords } from "./small-words.ts";
import { stemRomance } from "./stem.ts";
import type { LanguageFrames } from "./types.ts";

export const pt: LanguageFrames = {
  language: "pt",
  stem: stemRomance,
  clauseOpeners:
    "e|ou|onde|quando|com|já que|o que|segundo|embora|apesar de que|ainda que|mesmo que|se bem que|provocando|deixando",
  strongOpeners: "enquanto|mas|porém|porque|devido a|cujo|por exemplo",
  because: "porque|devido a|graças a|por causa de|como resultado de|já que",
  after: "após|depois de|na sequência de",
  therefore: "portanto|por isso|o que levou a|provocando|desencadeou",
  aligned: "em linha com|faz parte de|no âmbito de|como parte de",
  causes: "aumenta|aumentam|aumentou|reduz|reduzem|reduziu|piora|melhora|fortalece|enfraquece|leva a",
  superlatives: "líder|maior|o único|a única|primeiro|primeira|melhor|sem igual|número um",
  comparisons: "semelhante|semelhantes|ao contrário de|em comparação com|como",
  apart:
    "ao contrário de|ao contrário da|ao contrário do|diferentemente de|em vez de|mais que|menos que|do que|em comparação com|além de|em contraste com",
  opinions:
    "preocupante|preocupantes|alarmante|alarmantes|infelizmente|felizmente|lamentavelmente|surpreendente|surpreendentes|interessante|interessantes|deveria|deveriam|devemos|deveríamos|é preciso|na minha opinião|a meu ver|creio que|acho que|penso que|acreditamos que|temo que|sem dúvida|claro que|evidentemente|obviamente|francamente|parece|parecem|uma vergonha|vergonhoso|vergonhosa|inaceitável|inaceitáveis|perigoso|perigosa|perigosos|perigosas|absurdo|absurda|ridículo|ridícula|terrível|terríveis|horrível|escandaloso|escandalosa|revoltante|excelente|excelentes|brilhante|admirável|magnífico|magnífica|desastroso|desastrosa|triste|irônico|irónico|hipócrita|hipocrisia|um erro|um fracasso|um sucesso|um pesadelo|má ideia|boa ideia",
  modals: "poderia|poderiam|é provável que|espera-se que|prevê|planeja",
  able: "pode|podem|pode ser|capaz de|capazes de|permite|permitem|ajuda|ajudam|projetado para|projetados para|serve para|servem para",
  praise:
    "líder|confiança|melhor|premiado|confiável|excelência|qualidade|número um|preferido|preferida|favorito|favorita|recomendado|amada por|amado por|escolhida por|clientes satisfeitos|famílias felizes|imbatível|mais vendido|mais vendida",
  sellers:
    "fornecedor|fabricante|vendedor|loja|distribuidor|marca|soluções|produtos|clientes|especialista|famílias",
  studies: "pesquisa|estudo|análise|relatório|investigação|pesquisadores|sondagem|acadêmicos|dados",
  findings:
    "mostra|mostram|mostrou|mostraram|revela|revelam|revelou|revelaram|encontrou|encontraram|indica|indicam|conclui|concluem|estima|estimam|estimou|estimaram|aponta|apontam|contou|contaram|registrou|registraram|documentou|documentaram|calcula|calculou|calcularam|contabilizou|contabilizaram|detectou|detectaram",
  speakers:
    "especialistas|especialista|analistas|analista|críticos|funcionários|ativistas|porta-voz|ministro|ministério|governo|polícia|presidente",
  says: "disse|diz|dizem|afirmou|afirma|afirmam|declarou|garantiu|advertiu|acrescentou|anunciou|explicou|negou|nega|negam|negaram|garantem|advertem|explicam|denunciam|denunciou|reconheceu|admitiu|desmente|desmentiu",
  calls: "chama|chamam|chamou|denomina|denominam|descreve como",
  accordingTo: "segundo|de acordo com|conforme|nas palavras de",
  retold: "citado por|citada por|disse à|disse ao|declarou à|declarou ao|em entrevista à|em entrevista ao",
  sourced:
    "citando|com base em dados de|com base em dados da|com base em dados do|dados compilados por|compilados por|compilados pela|reunidos por|publicado por|publicada por",
  figures: "cifra|número|números|dado|dados|total",
  publishes: "publicado|publicou|divulgado|divulgou|compilado|calculado",
  acts: "iniciativa|lei|acordo|pacto|tratado|declaração|memorando|regulamento|fórum|cúpula|cimeira|plano|convênio",
  actNounFirst: true,
  nameJoiners: "de|da|do|das|dos|para|e|sobre|em",
  happenings: "protestos|distúrbios|golpe|eleições|guerra|apagão|levante|atentado",
  happens:
    "morreram|morreu|matou|prendeu|prenderam|foi preso|foi presa|foram presos|detiveram|bloqueou|desabou|foi espionado|falhou|vazou",
  rose: "subiu|subiram|aumentou|aumentaram|cresceu|cresceram|passou|passaram|dobrou|triplicou|disparou",
  fell: "caiu|caíram|diminuiu|diminuíram|recuou|desceu|baixou",
  fromWord: "de|desde",
  toWord: "a|para|até",
  annual: "todos os anos|todo ano|anualmente|anual|anuais|ao ano|por ano|cada ano|a cada ano",
  now: "agora|atualmente|hoje|ainda",
  negation: "não|nunca|nenhum|nenhuma|ninguém|jamais|tampouco|negou|nada|nem",
  falseNegation:
    "não letal|não letais|não tripulado|não tripulada|não tripulados|não tripuladas|não governamental|não governamentais|não só|não apenas|não somente|não menos de|não mais de|nada menos que|não obstante|e ninguém mais|ninguém mais|não sem|não à toa|não por acaso|não é segredo|não é de estranhar|não há dúvida|não é o único|não é a única|nem mais nem menos|não deixa de|nada mais|nada de novo|por nada|quase nada|nem só|nem todos|nem todas|nem sempre|não é a primeira vez|não pela primeira vez|não é o primeiro|não é a primeira|não necessariamente|não exclusivamente",
  undenied:
    "duvida|duvidam|duvidou|nega|negou|esconde|escondeu|contesta|contestou|surpreende|surpreendente|descarta|descartou|esquece",
  falseThat:
    "nega que|negam que|negou que|negaram que|nega ter|negam ter|negou ter|negaram ter|desmente que|desmentem que|desmentiu que|desmentiram que|rejeita que|é falso que|falso que|é mentira que|mentira que|é um mito que|é incorreto que",
  reportThat:
    "notícia de que|notícias de que|informação de que|informações de que|afirmação de que|afirmações de que|alegação de que|alegações de que|rumor de que|rumores de que|boato de que|boatos de que|relatos de que|ideia de que|acusação de que",
  isFalse:
    "é falsa|é falso|são falsas|são falsos|era falsa|era falso|eram falsas|eram falsos|é infundada|são infundadas|são infundados|não tem fundamento|não têm fundamento|é mentira|são mentira|é um boato|foi desmentida|foram desmentidas|foram desmentidos|revelou-se falsa|revelaram-se falsas|revelaram-se falsos",
  averts: "quase|por pouco|esteve prestes a|estiveram prestes a|longe de|longe de ter",
  unclear:
    "não está claro se|não é claro se|não se sabe se|se sabe se|desconhece-se se|ignora-se se|resta saber se|é incerto se|está por ver se|não se sabe quantas|não se sabe quantos|não disse se|não confirmou se|perguntou se|pergunta se|investiga se|saber se|dizer se|confirmar se|não foi confirmado que|não está provado que|não está confirmado que",
  plansTo:
    "plano de|plano para|planos para|planos de|oferta de|oferta para|proposta de|proposta para|tentativa de|promessa de",
  cameToNothing:
    "fracassou|fracassaram|foi rejeitada|foi rejeitado|foi recusada|foi abandonado|foi cancelado|não deu em nada|não avançou|caiu por terra",
  halts: "deixou de|deixaram de|deixa de|parou de|pararam de|cessou de",
  prevents: "proibiu|proíbe|proibiram|impediu|impediram|impede|vetou",
  supposing: "se|caso|a menos que|supondo que|a não ser que|desde que",
  supposingFirst: "",
  unreal: "tivesse|tivessem",
  only: "senão",
  contrasting: "enquanto|mas|porém|ao contrário de",
  conceding: "embora|apesar de que|ainda que|mesmo que|se bem que",
  joining: "e|ou|mas",
  subordinating: "enquanto|onde|embora|quando",
  planned:
    "será|serão|planeja|planejam|prevê|preveem|vai|vão|fornecerá|instalará|treinará|treinarão|capacitará|formará|propôs|prometeu|pretende",
  signed:
    "assinou|assinaram|contrato|assinado|acordou|fechou|fecharam|firmou|firmaram|assinam|assina|rubricaram|rubricou|ratificaram|ratificou|celebraram|celebrou|selaram|acordaram|concluíram um acordo|venceu a licitação|ganhou a licitação|ganhou o contrato|confiou à|confiou a|adjudicou",
  brings: "lançou|lança|lançaram|propôs|propõe|apresentou|criou|fundou|inaugurou|adotou|adotaram|anunciou",
  delivered:
    "entregou|doou|vendeu|forneceu|instalou|exportou|construiu|venderam|forneceram|instalaram|recebeu|recebe|receberam|doaram|entregaram|construíram|exportaram|colocou|colocaram|chegaram|vendido|fornecido|entregue|doado|instalado|construído|exportado|oferecido",
  operating:
    "opera|operam|funciona|funcionam|utiliza|utilizam|em uso|usa|usam|estão em funcionamento|está em funcionamento|em operação|testa|testam|em serviço|entrou em serviço|entraram em serviço|entrou em funcionamento|estreou|experimenta|operacional",
  cancelled:
    "cancelou|suspendeu|anulou|rescindiu|abandonou|cancelado|cancelada|suspenso|suspensa|anulado|anulada|rescindido|desistiu de|desistiram de|anularam|cancelaram|suspenderam|renunciou|rescindiram|cancela",
  there: "ali|no país|o país",
  passive: "foi|foram|sido|será|serão|são",
  subset: "deles|delas|dos quais|das quais",
  others: "outros|outras|mais|adicionais",
  world: "no mundo|em todo o mundo|a nível mundial|mundialmente",
  they: "esta empresa|estas empresas|a empresa|as empresas|ambas as empresas",
  numbered: "eram apenas|eram só|o seu número|eram|foram|somaram",
  ofThem: "deles|delas",
  pointing: "este|esta|estes|estas|esse|essa|tal|tais",
  of: "de|do|da|dos|das",
  binding: "de|a|e|o|da|do|das|dos|os|as|à",
  ofFiller: "os|as|a|o|que|chamam|pesquisadores",
  prepositions: "a|ao|à|aos|às|em|no|na|nos|nas|de|do|da|dos|das|para|por|pelo|pela|com|sobre|sob|sem|entre",
  locating: "em|no|na|nos|nas",
  agents: "por|pelo|pela",
  makers: "de|do|da",
  pronouns: "ele|ela|eles|elas|nós",
  indefinite: "um|uma|uns|umas",
  articles: "a|o|as|os|república",
  listJoints: ",|e|ou|a|o|também",
  adjectives: "behind",
  bareNames: false,
  attached: "",
  verbFirst: false,
  verbs:
    "tem|têm|tinha|é|são|era|eram|foi|foram|está|estão|diz|dizem|vê|veem|acredita|apoia|usa|usam|recebeu|receberam|que|onde|quando|desde|após|enquanto|e|mas|esteve|estiveram|estava|estavam|teve|tiveram|tinham|houve|há|havia|haviam|será|serão|seguem|ficaram|ficou|ocorreram|ocorreu|se",
  stance: "na verdade|realmente|de fato|claramente|diretamente|também|até",
  determiners: "os|as|um|uma|todos|todas|seus|suas|estes|estas",
  what: "que|o",
  that: "que",
  firms:
    "empresa|empresas|companhia|companhias|fabricante|fabricantes|fornecedor|gigante|gigantes|tecnologia|equipamentos|sistemas|sistema|câmeras|software",
  state:
    "polícia|governo|ministério|instrutores|assessores|autoridades|academia|academias|formação|capacitação|treinamento|cursos|curso|gendarmaria|gendarmes|exército|forças armadas|soldados|militares|forças de segurança|guarda nacional|guarda civil|marinha|guarda costeira|alfândega|serviço de inteligência|policiais|polícias|agentes|oficiais|cadetes|ministério do interior|embaixada|guarda republicana|formadores|instrutoras|especialistas|inspetores|investigadores|comissários|guardas|polícia federal|polícia judiciária|guardas fronteiriços|delegados|procuradores|agentes de polícia",
  sourceHeads:
    "referências|notas|notas e referências|bibliografia|fontes|notas de rodapé|obras citadas|leitura adicional|ligações externas|links externos|ver também",
  commonNames:
    "pegasus|predator|target|nokia|siemens|area|detective|vega|gamma|kit|pangea|sfera|macchina|niagara|nice|axis|trojan|citadel|eagle|iam|oxygen|spc|rpc|pf",
  pointers: {
    articles:
      "o|a|os|as|este|esta|esse|essa|aquele|aquela|dito|dita|seu|sua|seus|suas|do|da|no|na|ao|à|pelo|pela|dos|das|nos|nas|aos|às|deste|desta|desse|dessa|neste|nesta|nesse|nessa",
    several: "estes|estas|esses|essas|ambos|ambas",
    both: "ambos|ambas|dois|duas",
    other: "esse|essa|esses|essas|aquele|aquela|desse|dessa|nesse|nessa",
    bare: false,
    countries: {
      one: "país|nação|arquipélago|sultanato|emirado|reino|ilha|estado insular",
      many: "países|nações|arquipélagos|ilhas",
    },
    qualified: "",
    governments: {
      one: "governo|executivo|polícia|ministério|exército|autoridades|parlamento|presidente|ministro|ministra|junta militar|gendarmaria",
      many: "governos|ministérios|exércitos|parlamentos|presidentes|ministros",
    },
    firms: {
      one: "empresa|companhia|firma|fabricante|fornecedor|fornecedora|vendedor|consórcio|grupo|gigante|empreiteira|corporação|multinacional",
      many: "empresas|companhias|firmas|fabricantes|fornecedores|fornecedoras|vendedores|grupos|gigantes|empreiteiras|corporações|multinacionais",
    },
    towns: {
      one: "cidade|capital|município|porto|prefeitura|metrópole",
      many: "cidades|capitais|municípios|portos|prefeituras|metrópoles",
    },
    owner: "seu|sua|seus|suas",
    owners: "",
    former: "o primeiro|a primeira",
    latter: "",
    last: "este último|esta última|esse último|essa última",
    ahead: "seguinte|seguintes",
    relatives: "que|o qual|a qual",
    plural: "são|eram|foram|têm",
    it: "ele|ela",
    objects: "-o|-a|-os|-as",
    clitics: "o|a|os|as",
  },
  small: {
    ...noSmallWords,
    per: "por|cada",
    perHeads:
      "habitante|habitantes|pessoa|pessoas|morador|moradores|residente|residentes|nascido|nascidos|veículo|veículos|domicílio|domicílios",
    lacking: "sem",
    rivals: "rival|rivais|concorrente|concorrentes|sucessora|sucessor",
    peopleAtLarge:
      "polícia|polícias|policial|policiais|agente|agentes|oficial|oficiais|cadete|cadetes|força|forças|pessoal|funcionário|funcionários|membro|membros|chefe|chefes|instrutor|instrutores|unidade|unidades|investigador|investigadores|pessoa|pessoas|efetivos|centenas|dezenas|milhares|especialistas|programa|programas|curso|cursos|seminário|seminários|oficina|oficinas|formação|formações|treinamento|treinamentos|treino|aulas|bolsas|técnicas|métodos",
    goodsAtLarge:
      "equipamento|equipamentos|tecnologia|tecnologias|sistema|sistemas|ferramenta|ferramentas|software|programa|programas|produto|produtos|dispositivo|dispositivos|infraestrutura|serviço|serviços|plataforma|plataformas|solução|soluções|projeto|projetos|rede|redes|material|materiais|ajuda|apoio|assistência|tudo|parte|mais|centro|centros|bens|nada|apenas|só|somente|diretamente|também|sobretudo",
    opensWithin: "que|quem|cujo|cuja|cujos|cujas|onde|embora|porque|enquanto|quando|pois",
    negatesObject: "nada|ninguém|nenhum|nenhuma",
    thing: "projeto|contrato|acordo|rede|aulas|tema",
    against: "contra",
    didSo: "fez o",
    relatives: "cujo|cuja",
    beforeName: "o|a|os|as|um|uma|este|esta|em|sob|por|com|após|desde|durante",
    ofPlace: "de|em|do|da|no|na",
    listener: /\s+(?:à (?:agência |rádio )?(?=\p{Lu}\p{L}+$)|ao (?:jornal|diário) )(\S.*)$/u,
  },
  companyEndings: "sa|ltda",
};
