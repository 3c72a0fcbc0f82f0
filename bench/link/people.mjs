// What is compared of made-up people and of historical figures, and which pairs: the same for both programs.
const name = column => ({ column, compare: "name" });
export const PEOPLE = {
  id: "id",
  fields: [
    name("first_name"),
    name("surname"),
    { column: "dob", compare: "date" },
    name("city"),
    { column: "postcode", compare: "code" },
    name("occupation"),
  ],
  block: [
    ["first_name", "surname"],
    ["surname", "dob"],
    ["first_name", "dob"],
    ["postcode", "first_name"],
    ["postcode", "surname"],
    ["dob", "city"],
  ],
};
