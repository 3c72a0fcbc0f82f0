import { noSmallWords } from "./small-words.ts";
import { stemRomance } from "./stem.ts";
import type { LanguageFrames } from "./types.ts";

export const es: LanguageFrames = {
  language: "es",
  stem: stemRomance,
  clauseOpeners:
    "y|o|e|donde|cuando|con|ya que|lo que|según|aunque|a pesar de que|pese a que|si bien|provocando|dejando",
  strongOpeners: "mientras|mientras que|pero|sino|porque|debido a que|cuyo|por ejemplo",
  because: "porque|debido a|gracias a|a causa de|como resultado de|por culpa de|ya que",
  after: "tras|después de|a raíz de",
  therefore: "por lo tanto|por eso|lo que provocó|lo que llevó a|provocando|desencadenó",
  aligned: "en línea con|forma parte de|se enmarca en|como parte de|en el marco de",
  causes: "aumenta|aumentan|aumentó|reduce|reducen|redujo|empeora|mejora|fortalece|debilita|conduce a",
  superlatives: "líder|mayor|el único|la única|primer|primera|mejor|sin igual|número uno|más grande",
  comparisons: "similar|similares|a diferencia de|en comparación con|como",
  apart:
    "a diferencia de|al contrario que|en contraste con|en lugar de|en vez de|además de|más que|menos que|más de lo que|menos de lo que|el doble que|en comparación con|frente a",
  opinions:
    "preocupante|preocupantes|alarmante|alarmantes|por desgracia|lamentablemente|desgraciadamente|afortunadamente|sorprendente|sorprendentes|interesante|interesantes|debería|deberían|deberíamos|debemos|hay que|en mi opinión|a mi juicio|creo que|creemos que|pienso que|temo que|me temo|sin duda|por supuesto|evidentemente|obviamente|francamente|al fin y al cabo|parece|parecen|es una vergüenza|vergonzoso|vergonzosa|inaceptable|inaceptables|peligroso|peligrosa|peligrosos|peligrosas|absurdo|absurda|ridículo|ridícula|terrible|terribles|horrible|escandaloso|escandalosa|indignante|excelente|excelentes|brillante|admirable|magnífico|magnífica|maravilloso|maravillosa|desastroso|desastrosa|triste|irónico|hipócrita|hipocresía|un error|un fracaso|un éxito|una pesadilla|mala idea|buena idea",
  modals: "podría|podrían|es probable que|se espera que|prevé|planea",
  able: "puede|pueden|puede ser|capaz de|capaces de|permite|permiten|ayuda a|ayudan a|diseñado para|diseñados para|sirve para|sirven para",
  praise:
    "líder|confianza|mejor|premiado|fiable|excelencia|calidad|de primera|número uno|preferido|preferida|favorito|favorita|recomendado|recomendada|elegido por|elegida por|la más querida|clientes satisfechos|familias felices|imbatible|más vendido|más vendida",
  sellers:
    "proveedor|fabricante|vendedor|tienda|distribuidor|marca|soluciones|productos|clientes|especialista|familias",
  studies: "investigación|estudio|análisis|informe|encuesta|investigadores|sondeo|académicos|datos",
  findings:
    "muestra|muestran|mostró|mostraron|revela|revelan|reveló|revelaron|halló|hallaron|encontró|encontraron|indica|indican|indicó|concluye|concluyen|concluyó|estima|estiman|estimó|estimaron|señala|señalan|contó|contaron|cuenta|calcula|calculan|calculó|calcularon|registró|registraron|documentó|documentaron|contabilizó|contabilizaron|detectó|detectaron",
  speakers:
    "expertos|experto|analistas|analista|críticos|funcionarios|activistas|portavoz|ministro|ministerio|gobierno|policía|presidente",
  says: "dijo|dice|dicen|afirmó|afirma|afirman|declaró|aseguró|sostiene|advirtió|añadió|anunció|señaló|explicó|negó|niega|niegan|negaron|aseguran|sostienen|señalan|advierten|explican|denuncian|denunció|reconoció|admitió|desmiente|desmintió",
  calls: "llama|llaman|llamó|califica de|denomina|denominan|describe como",
  accordingTo: "según|de acuerdo con|en palabras de",
  retold: "citado por|citada por|dijo a|declaró a|en una entrevista con|en declaraciones a",
  sourced:
    "citando a|citando|con base en datos de|datos recopilados por|cifras recopiladas por|recopilados por|recopiladas por|elaborado por|publicado por|publicada por",
  figures: "cifra|cifras|dato|datos|número|recuento",
  publishes: "publicado|publicó|difundió|recopilado|calculado",
  acts: "iniciativa|ley|acuerdo|pacto|tratado|declaración|memorando|memorándum|reglamento|foro|cumbre|plan|convenio",
  actNounFirst: true,
  nameJoiners: "de|del|la|las|el|los|para|y|sobre|en",
  happenings: "protestas|disturbios|golpe|elecciones|guerra|apagón|levantamiento|atentado",
  happens:
    "murieron|murió|mató|fue detenido|fue detenida|fueron detenidos|detuvieron|arrestaron|bloqueó|se derrumbó|fue espiado|falló|filtró",
  rose: "subió|subieron|aumentó|aumentaron|creció|crecieron|pasó|pasaron|se duplicó|se triplicó|se disparó",
  fell: "bajó|bajaron|cayó|cayeron|disminuyó|descendió|se redujo",
  fromWord: "de|desde",
  toWord: "a|hasta",
  annual: "todos los años|anualmente|anual|anuales|al año|por año|cada año",
  now: "ahora|actualmente|hoy|en la actualidad|todavía",
  negation: "no|ni|nunca|ninguno|ninguna|nadie|jamás|tampoco|negó|nada|ningún|sin haber",
  falseNegation:
    "no letal|no letales|no tripulado|no tripulada|no tripulados|no tripuladas|no gubernamental|no gubernamentales|no solo|no sólo|no solamente|no únicamente|no menos de|no más de|nada menos que|no obstante|y nadie más|nadie más que|no sin|no en vano|no es casualidad|no es un secreto|no es ningún secreto|no es de extrañar|no hay duda|no cabe duda|no es el único|no es la única|no son los únicos|no deja de|no dejó de|ni más ni menos|cuando no|nada más|nada menos|nada nuevo|por nada|casi nada|no todas|no todos|no todo|no siempre|no del todo|no por primera vez|no es la primera vez|no es el primero|no es la primera|no necesariamente|no exclusivamente",
  undenied:
    "duda|dudan|dudó|dudaba|niega|negó|negaron|oculta|ocultó|ocultaron|cuestiona|sorprende|sorprendió|sorprendente|descarta|descartó|olvida|olvidó",
  falseThat:
    "niega que|niegan que|negó que|negaron que|ha negado que|han negado que|niega haber|niegan haber|negó haber|negaron haber|desmiente que|desmienten que|desmintió que|desmintieron que|rechaza que|rechazan que|rechazó que|es falso que|falso que|es mentira que|mentira que|es incorrecto que|es un bulo que|es un mito que|es inexacto que",
  reportThat:
    "informaciones de que|información de que|noticia de que|noticias de que|afirmación de que|afirmaciones de que|acusación de que|acusaciones de que|rumor de que|rumores de que|versión de que|versiones de que|idea de que|denuncia de que|informes de que",
  isFalse:
    "es falsa|es falso|son falsas|son falsos|era falsa|era falso|eran falsas|eran falsos|resultó falsa|resultó falso|resultaron falsas|resultaron falsos|resultó ser falsa|resultaron ser falsas|carece de fundamento|carecen de fundamento|carecía de fundamento|es infundada|son infundadas|son infundados|es un bulo|es mentira|son mentira|ha sido desmentida|fue desmentida|fueron desmentidas|fueron desmentidos|han sido desmentidas",
  averts: "casi|por poco|estuvo a punto de|estuvieron a punto de|lejos de|lejos de haber",
  unclear:
    "está claro si|no está claro si|no estaba claro si|se desconoce si|se ignora si|no se sabe si|se sabe si|está por ver si|queda por ver si|es incierto si|se desconoce cuántas|se desconoce cuántos|no dijo si|no confirmó si|preguntó si|pregunta si|preguntan si|investiga si|investigan si|decir si|confirmar si|saber si|no se ha confirmado que|no está confirmado que|no se ha demostrado que",
  plansTo:
    "plan de|planes de|plan para|planes para|oferta de|oferta para|intento de|propuesta de|propuesta para|proyecto de|proyecto para|promesa de",
  cameToNothing:
    "fracasó|fracasaron|fue rechazada|fue rechazado|fueron rechazados|quedó en nada|quedaron en nada|se canceló|fue cancelado|fue cancelada|fue abandonado|fue archivado|nunca se concretó|no prosperó|no prosperaron",
  halts: "dejó de|dejaron de|dejar de|deja de|cesó de|paró de|pararon de",
  prevents: "impidió|impidieron|impide|prohibió|prohíbe|prohibieron|vetó",
  supposing: "si|de haber|a menos que|suponiendo que|en caso de que|siempre que",
  supposingFirst: "",
  unreal: "hubiera|hubieran|hubiese|hubiesen",
  only: "",
  contrasting: "mientras|mientras que|pero|a diferencia de",
  conceding: "aunque|a pesar de que|pese a que|si bien",
  joining: "y|e|o|pero",
  subordinating: "mientras|mientras que|donde|aunque|cuando",
  planned:
    "serán|será|planea|formarán|instalarán|suministrarán|va a formar|planean|prevé|prevén|va a|van a|suministrará|instalará|formará|entrenará|capacitará|se espera|propuso|prometió|pretende",
  signed:
    "firmó|firmaron|acordó|acordaron|contrato|firmado|suscribió|suscribieron|cerró un contrato|rubricó|rubricaron|sellaron|ratificó|ratificaron|pactaron|concertaron|alcanzaron un acuerdo|concluyeron un acuerdo|convinieron|se adjudicó|se adjudicaron|ganó la licitación|ganó el contrato|se hizo con el contrato|confió a|encargó a|adjudicó a",
  brings:
    "lanzó|lanza|ha lanzado|propuso|propone|presentó|presenta|puso en marcha|fundó|creó|inauguró|adoptó|anunció|anuncia|lanzaron|adoptaron",
  delivered:
    "entregó|donó|vendió|suministró|instaló|proporcionó|exportó|construyó|vendieron|suministraron|instalaron|entregaron|recibe|recibió|reciben|recibieron|ha recibido|donaron|han donado|ha entregado|colocó|colocaron|construyeron|exportaron|llegaron|han llegado|vendido|suministrado|entregado|donado|instalado|construido|exportado|proporcionado|regalado|desplegado",
  operating:
    "opera|operan|funciona|funcionan|utiliza|utilizan|en uso|usa|usan|están en funcionamiento|está en funcionamiento|en funcionamiento|en operación|operativas|operativo|operativos|está en marcha|están en marcha|entró en servicio|entraron en servicio|prueba|estrenó|estrena|puso en marcha|pusieron en marcha",
  cancelled:
    "canceló|suspendió|anuló|rescindió|abandonó|cancelado|cancelada|suspendido|suspendida|anulado|anulada|rescindido|anularon|cancelaron|renunció a|desistió de|suspendieron|rescindieron|paralizó|dejó sin efecto|cancelará|rescinde|cancela",
  there: "allí|en el país|el país",
  passive: "fue|fueron|sido|ser",
  subset: "de ellos|de ellas|de los cuales|de las cuales",
  others: "otros|otras|más|adicionales",
  world: "en el mundo|en todo el mundo|a nivel mundial|mundialmente",
  they: "esta empresa|estas empresas|la empresa|las empresas|ambas empresas|la compañía",
  numbered: "eran solo|eran apenas|su número|eran|fueron|fueron ya|sumaron",
  ofThem: "de ellos|de ellas",
  pointing: "este|esta|estos|estas|ese|esa|dicho|dicha|tal|tales",
  of: "de|del",
  binding: "de|la|el|en|y|a|del|los|las|que|con",
  ofFiller: "los|las|la|el|lo|que|llaman|investigadores",
  prepositions: "a|al|en|de|del|para|por|desde|con|hacia|sobre|bajo|sin|entre",
  locating: "en",
  agents: "por",
  makers: "de|del",
  pronouns: "él|ella|ellos|ellas|nosotros",
  indefinite: "un|una|unos|unas",
  articles: "la|el|los|las|república",
  listJoints: ",|y|e|o|la|el|también",
  adjectives: "behind",
  bareNames: false,
  attached: "",
  verbFirst: false,
  verbs:
    "ha|han|había|es|son|era|eran|fue|fueron|está|están|dice|dicen|ve|ven|cree|creen|apoya|usa|usan|recibió|recibieron|tiene|tienen|que|donde|cuando|desde|tras|mientras|y|pero|estuvo|estuvieron|estaba|estaban|tuvo|tuvieron|tenía|tenían|hubo|hay|habían|será|serán|siguen|sigue|seguían|quedaron|quedó|ocurrieron|ocurrió|se",
  stance: "en realidad|realmente|de hecho|claramente|directamente|también|incluso",
  determiners: "los|las|la|el|un|una|todos|todas|sus|su|estos|estas",
  what: "que|lo",
  that: "que",
  firms:
    "empresa|empresas|compañía|compañías|fabricante|fabricantes|proveedor|gigante|gigantes|tecnología|equipos|sistemas|sistema|cámaras|software",
  state:
    "policía|gobierno|ministerio|instructores|asesores|autoridades|academia|academias|formación|capacitación|entrenamiento|cursos|curso|adiestramiento|gendarmería|gendarmes|ejército|fuerzas armadas|soldados|militares|fuerzas de seguridad|guardia civil|guardia nacional|armada|guardacostas|aduanas|carabineros|servicio de inteligencia|servicios de inteligencia|agentes|oficiales|policías|cadetes|efectivos|fiscales|ministerio del interior|embajada|escuela de policía|instructoras|formadores|especialistas|inspectores|investigadores|comisarios|guardias|policía nacional|policía federal|guardia fronteriza|agentes de policía|detectives",
  sourceHeads:
    "referencias|notas|notas y referencias|bibliografía|fuentes|notas al pie|obras citadas|lecturas adicionales|enlaces externos|véase también",
  commonNames:
    "pegasus|predator|target|nokia|siemens|area|detective|vega|gamma|kit|pangea|sfera|macchina|niagara|nice|axis|trojan|citadel|eagle|iam|oxygen|spc|rpc|pf",
  pointers: {
    articles: "el|la|los|las|este|esta|ese|esa|aquel|aquella|dicho|dicha|su|sus|del|al",
    several: "estos|estas|esos|esas|ambos|ambas|dichos|dichas",
    both: "ambos|ambas|dos",
    other: "ese|esa|esos|esas|aquel|aquella",
    bare: false,
    countries: {
      one: "país|nación|archipiélago|sultanato|emirato|reino|isla|estado insular|estado caribeño|estado africano",
      many: "países|naciones|archipiélagos|islas",
    },
    qualified: "",
    governments: {
      one: "gobierno|ejecutivo|policía|ministerio|ejército|autoridades|parlamento|presidente|presidenta|ministro|ministra|junta militar|gendarmería",
      many: "gobiernos|ministerios|ejércitos|parlamentos|presidentes|ministros",
    },
    firms: {
      one: "empresa|compañía|firma|fabricante|proveedor|proveedora|vendedor|consorcio|grupo|gigante|contratista|corporación|tecnológica|multinacional",
      many: "empresas|compañías|firmas|fabricantes|proveedores|proveedoras|vendedores|grupos|gigantes|contratistas|corporaciones|tecnológicas|multinacionales",
    },
    towns: {
      one: "ciudad|capital|localidad|puerto|municipio|urbe",
      many: "ciudades|capitales|localidades|puertos|municipios|urbes",
    },
    owner: "su|sus",
    owners: "",
    former: "el primero|la primera",
    latter: "",
    last: "este último|esta última",
    ahead: "siguiente|siguientes",
    relatives: "que|la cual|el cual",
    plural: "son|eran|fueron|han|tienen",
    it: "",
    objects: "",
    clitics: "lo|la|los|las",
  },
  small: {
    ...noSmallWords,
    per: "por|cada",
    perHeads:
      "habitante|habitantes|persona|personas|residente|residentes|ciudadano|ciudadanos|nacido|nacidos|vehículo|vehículos|hogar|hogares",
    lacking: "sin",
    rivals: "rival|rivales|competidor|competidora|competidores|sucesora|sucesor",
    peopleAtLarge:
      "policía|policías|agente|agentes|oficial|oficiales|cadete|cadetes|fuerza|fuerzas|personal|funcionario|funcionarios|efectivo|efectivos|alumno|alumnos|persona|personas|miembro|miembros|mando|mandos|jefe|jefes|instructor|instructores|unidad|unidades|investigador|investigadores|uniformado|uniformados|expertos|cientos|decenas|miles|programa|programas|curso|cursos|seminario|seminarios|taller|talleres|capacitación|capacitaciones|formación|entrenamiento|clases|becas|intercambios|técnicas|métodos",
    goodsAtLarge:
      "equipo|equipos|tecnología|tecnologías|sistema|sistemas|herramienta|herramientas|software|programa|programas|producto|productos|dispositivo|dispositivos|infraestructura|servicio|servicios|plataforma|plataformas|solución|soluciones|proyecto|proyectos|red|redes|material|materiales|ayuda|apoyo|asistencia|todo|parte|más|centro|centros|bienes|nada|solo|sólo|solamente|directamente|también|principalmente",
    opensWithin:
      "que|quien|quienes|cual|cuales|cuyo|cuya|cuyos|cuyas|donde|aunque|porque|mientras|cuando|pues",
    negatesObject: "nada|nadie|ninguno|ninguna|ningún",
    thing: "proyecto|contrato|acuerdo|pedido|red|clases|tema",
    against: "contra",
    didSo: "lo hizo|lo hicieron",
    relatives: "cuyo|cuya|cuyos|cuyas",
    beforeName: "el|la|los|las|un|una|este|esta|en|bajo|por|con|tras|desde|durante",
    ofPlace: "de|en",
    listener: /\s+(?:al (?:diario|periódico) |a la agencia |a (?=\p{Lu}{2,}$))(\S.*)$/u,
  },
  companyEndings: "sa|sl",
};
