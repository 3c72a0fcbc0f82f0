/** Mean radius of the earth in km (IUGG). */
const RADIUS = 6371.0088;

/** A place on the earth in degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in km by the haversine formula (Sinnott, "Virtues of the haversine", Sky and Telescope 68, 1984). */
export function distanceKm(a: Position, b: Position): number {
  const sine = (x: number, y: number) => Math.sin(radians(x - y) / 2) ** 2;
  const h = sine(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sine(a.lon, b.lon);
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
