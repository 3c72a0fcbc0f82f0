// Kinds of incident with the words that tell of them and the nouns that take part in them, in English: the codebook of a reader of
// political violence in Latin America around 1990, written for the collection's guidelines. Data, no code.
const words = text =>
  text
    .trim()
    .split(/\s*,\s*/)
    .filter(Boolean);
const en = text => ({ en: words(text) });

const KINDS = {
  bombing: `bomb exploded, bombs exploded, bomb explosion, bomb attack, bomb attacks, car bomb exploded, car bomb,
    explosion, explosions, exploded, dynamite attack, dynamite attacks, dynamited, dynamiting, blew up, blown up, blowing up,
    dynamite charge, planted a bomb, bomb went off, went off, threw a bomb, hurled a bomb, placed a bomb, bomb placed,
    bombs placed, powerful bomb, bomb was thrown, explosive device, set off, hurled a grenade, threw dynamite, grenade attack, booby-trapped,
    stepped on a mine, dynamite, bomb, bombs`,
  kidnapping: `kidnapped, kidnapping, kidnappings, kidnaped, kidnaping, abducted, abduction, abductions, taken hostage, took hostage,
    held hostage, hostages, seized as hostages, held captive`,
  arson: `set on fire, set fire, set ablaze, burned, burnt, burned down, arson, torched, setting fire, setting on fire, burning`,
  robbery: `robbed, robbery, robberies, looted, looting, stole, holdup`,
  "forced-work-stoppage": `armed stoppage, transportation stoppage, armed strike, forced work stoppage, transport stoppage, traffic stoppage`,
  attack: `murdered, murder, murders, assassinated, assassination, assassinations, killed, killing, killings,
    shot, shot dead, shot to death, gunned down, machinegunned, ambushed, ambush, attacked, attack, attacks, massacre, massacred, executed,
    slaying, slain, slaughter, shooting, opened fire, fired at, fired on, strafed, strafing, mortar attack, terrorist attack, attempt on the life, attempt on his life,
    assault, assaulted, machinegunning, riddled, sabotage, sabotaged, destroyed, damaged, seriously damaged, was hit, were hit, damaging, destroying, blown down, stabbed, tortured, beheaded, murderers of, wounded, injured,
    raided, stormed, death of, deaths of, crime, attempt against`,
};

const PARTS = {
  actor: `guerrilla, guerrillas, guerilla, guerillas, terrorist, terrorists, rebel, rebels, subversive, subversives, insurgent, insurgents, gunman, gunmen, hired assassins,
    paid assassins, assassin, assassins, hitmen, hired killers, killers, armed men, men, individuals, unidentified individuals, unidentified persons, unidentified men,
    subject, subjects, unidentified people, attackers, assailants, kidnappers, commandos, drug traffickers, drug trafficker, drug dealers, narcoterrorists, extremists, paramilitary groups, death squads,
    members, terrorist group, guerrilla group, guerrilla column, murderers, criminals, soldiers, troops, officers, militiamen, militia, sappers, guerrilla commandos, fighters, bandits, thugs, delinquents,
    sicarios, urban guerrillas, snipers, hooded men, gang, extradictables, youths, mercenaries, contras, column, commando, perpetrators, man, traffickers, trafficker`,
  organisation: `farabundo marti national liberation front, fmln, shining path, sendero luminoso, army of national liberation, national liberation army, eln, tupac amaru revolutionary movement, mrta,
    revolutionary armed forces of colombia, farc, 19 april movement, m-19, extraditables, the extraditables, medellin cartel, cali cartel, cartel, manuel rodriguez patriotic front, fpmr,
    people's liberation army, epl, popular liberation army, simon bolivar guerrilla coordinating board, death squads, armed forces, salvadoran army, army, air force, mafia, mafias, military, urng,
    guatemalan national revolutionary unity, sandinist people's army, front, movement, liberation front, cinchoneros, liberation movement, zarate willka, nicaraguan resistance,
    lautaro popular rebel forces, popular forces, patriotic front, liberation forces, camilist union, uc-eln, national guard, treasury police, faction, squad`,
  target: `embassy, ambassador's residence, residence, house, houses, home, homes, building, buildings, office, offices, headquarters, bridge, bridges, bus, buses, car, cars, vehicle, vehicles,
    truck, trucks, bank, banks, store, stores, restaurant, hotel, school, schools, church, station, police station, pipeline, pylon, pylons, tower, towers, posts, poles,
    power lines, power line, substation, electric power substation, power plant, plant, facilities, factory, warehouse, shop, shops, newspaper, airport, plane, airplane, aircraft, helicopter, train, railroad, structures, installations, booth, stands, high-tension lines, transformer, highways, ambulances, system, council, brothels, tank truck, tanker,
    farm, ranch, estate, property, mayor's office, town hall, city hall, ministry, palace, telephone exchange, electricity system, power system, infrastructure, refinery, oil pipeline, transformers, clinic, hospital, theater, club, establishments,
    consulate, branch, supermarket, gas station, post, garrison, barracks, refineries, dam, boat, ship, jeep, van, motorcycle, minibus, minibuses, taxi, cathedral, ballot boxes, `,
  affected: `priests, priest, peasants, peasant, civilians, civilian, judge, judges, mayor, mayors, jesuits, jesuit priests, journalist, journalists, newsmen, reporter, bodyguards, bodyguard, escorts, workers, worker, engineer, engineers,
    student, students, technicians, technician, nuns, bishop, archbishop, candidate, leader, leaders, politicians, politician, policeman, policemen, police officers, driver, passengers, women, woman, children, child, boy, girl, persons, people, person, residents,
    businessman, businessmen, ambassador, diplomat, diplomats, senator, senators, deputy, deputies, minister, attorney general, prosecutor, lawyer, magistrate, professor, teachers, teacher, guards, guard, watchman, farmers, farmer, citizens, rector, cook, daughter, wife, son, family, sons, union members, unionists, trade unionists, official, officials, governor, councilman, nationals, tourists, missionaries, inhabitants, settlers, indians, marines, seamen, employees, vendor, politician, industrialist, industrialists, msgr, foreign minister, congressman,
    congressmen, activist, activists, photographer, newsman, announcer, economist, physician, doctor, seminarian, catechist, foreigners, intellectual, adviser, advisers, party member, local official, municipal official, patriotic union leader, commissioner, inspector`,
  weapon: `bomb, bombs, car bomb, car bombs, dynamite, dynamite charge, dynamite charges, dynamite sticks, sticks of dynamite, explosives, explosive, explosive device, explosive devices, explosive charge, explosive charges, grenade, grenades,
    rifle, rifles, machinegun, machineguns, submachinegun, submachineguns, machine guns, mortar, mortars, rocket, rockets, mine, mines, pistol, pistols, revolver, torture, missiles, flamethrowers, molotov cocktail, gun, guns, bullet, bullets, ak-47, m-16, rpg-7, firearms, automatic weapons, knife, knives, machetes, molotov cocktails, incendiary bombs, booby traps, artillery, rpg, bazooka, catapult bombs, shotgun, shotguns, tnt, device, device,  grenade launcher, grenade launchers, rocket launchers, assault weapons, mortar fire, gunshots, launcher`,
};

const label = text => ({ en: text });
const field = (id, type, more = {}) => ({
  id,
  type,
  label: label(id),
  description: id,
  required: false,
  many: type !== "code" && type !== "date",
  sensitive: false,
  ...more,
});

const kind = {
  id: "violence",
  label: label("Violence"),
  plural: label("Violence"),
  description: "Violence against civilians and their property.",
  name: label("{kind}"),
  sentence: label("{kind}"),
  identify: ["date"],
  when: "date",
  cited: false,
  sourced: false,
  fields: [
    field("kind", "code", { list: "violence-kinds" }),
    field("date", "date"),
    field("actor", "text", { role: "agent" }),
    field("organisation", "text", { role: "agent" }),
    field("target", "text", { role: "patient" }),
    field("affected", "text", { role: "patient" }),
    field("weapon", "text", { role: "instrument" }),
  ],
};

export const codebook = {
  id: "violence",
  title: label("Violence"),
  version: "1",
  kinds: new Map([[kind.id, kind]]),
  measures: new Map(),
  lists: new Map([
    [
      "violence-kinds",
      {
        id: "violence-kinds",
        label: label("Kinds of violence"),
        codes: new Map(Object.keys(KINDS).map(id => [id, { label: label(id) }])),
      },
    ],
  ]),
  series: new Map(),
  indicators: new Map(),
  studies: new Map(),
  phrases: Object.fromEntries([
    ...Object.entries(KINDS).map(([id, text]) => [`violence-kinds.${id}`, en(text)]),
    ...Object.entries(PARTS).map(([id, text]) => [`violence.${id}`, en(text)]),
  ]),
};
