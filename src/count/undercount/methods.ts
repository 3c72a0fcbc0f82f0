/** What a method takes for granted, in plain words, and where it is described. */
export interface Method {
  readonly id: string;
  readonly label: string;
  readonly assumes: string;
  readonly paper: string;
}

/** Every method, in the order in which results show them. */
export const METHODS: readonly Method[] = [
  {
    id: "chao-lower-bound",
    label: "Chao's lower bound",
    assumes:
      "a lower bound, not an estimate: cases may differ in how likely they are reported, but a report on one list makes one on another no less likely",
    paper: "Chao 1987",
  },
  {
    id: "lincoln-petersen",
    label: "Lincoln-Petersen",
    assumes: "the two lists are independent and all cases are alike",
    paper: "Petersen 1896; interval Sadinle 2009",
  },
  {
    id: "chapman",
    label: "Chapman",
    assumes: "as Lincoln-Petersen, with less bias in small tables",
    paper: "Chapman 1951; variance Seber 1970",
  },
  {
    id: "profile-likelihood",
    label: "two lists, profile likelihood",
    assumes: "as Lincoln-Petersen",
    paper: "Cormack 1992",
  },
  {
    id: "independence",
    label: "independent lists",
    assumes: "all lists are independent and all cases alike; nearly always too simple, shown as a yardstick",
    paper: "Otis et al. 1978, model Mt",
  },
  {
    id: "loglinear-bic",
    label: "log-linear, least BIC",
    assumes:
      "the chosen model is the true one, and all lists do not interact at once; the interval leaves out that it was chosen",
    paper: "Fienberg 1972; Cormack 1992",
  },
  {
    id: "loglinear-aic",
    label: "log-linear, least AIC",
    assumes: "as with BIC; AIC takes larger models, with wider intervals",
    paper: "Fienberg 1972; Cormack 1992",
  },
  {
    id: "loglinear-aicc",
    label: "log-linear, least AICc",
    assumes: "as with AIC, corrected for the number of cells",
    paper: "Hurvich and Tsai 1989",
  },
  {
    id: "loglinear-average-bic",
    label: "log-linear, averaged by BIC",
    assumes: "one of the hierarchical models is true; its uncertainty is in the interval",
    paper: "Burnham and Anderson 2002",
  },
  {
    id: "loglinear-average-aic",
    label: "log-linear, averaged by AIC",
    assumes: "as with BIC; larger models weigh more",
    paper: "Burnham and Anderson 2002",
  },
  {
    id: "loglinear-bootstrap",
    label: "log-linear, bootstrap",
    assumes:
      "as log-linear by BIC; the model is chosen again in every resample, so that the choice is in the interval",
    paper: "Norris and Pollock 1996; Efron 1987",
  },
  {
    id: "sparse-stepwise",
    label: "sparse stepwise",
    assumes:
      "only pairs of lists interact; made for tables with empty overlaps; the choice is repeated in every resample",
    paper: "Chan, Silverman and Vincent 2021",
  },
  {
    id: "decomposable-graphs",
    label: "Bayesian graph average",
    assumes:
      "the dependence of the lists is that of a decomposable graph, all graphs equally likely beforehand",
    paper: "Madigan and York 1997",
  },
  {
    id: "latent-class",
    label: "latent classes",
    assumes: "cases fall into a few unknown classes; within a class the lists are independent",
    paper: "Manrique-Vallier 2016",
  },
  {
    id: "heterogeneity-chao",
    label: "heterogeneity, lower bound",
    assumes: "a lower bound: lists differ, cases differ in any way, and nothing else makes lists dependent",
    paper: "Rivest and Baillargeon 2007",
  },
  {
    id: "heterogeneity-poisson2",
    label: "heterogeneity, Poisson",
    assumes: "cases differ in how likely they are reported, in the mildest of three shapes",
    paper: "Rivest and Baillargeon 2007",
  },
  {
    id: "heterogeneity-darroch",
    label: "heterogeneity, Darroch",
    assumes: "cases differ, in the middle one of three shapes",
    paper: "Darroch et al. 1993",
  },
  {
    id: "heterogeneity-gamma",
    label: "heterogeneity, gamma",
    assumes: "cases differ, in the strongest of three shapes; the table cannot tell which shape holds",
    paper: "Rivest and Baillargeon 2007",
  },
];

/** The method of an id. */
export function methodOf(id: string): Method | undefined {
  return METHODS.find(method => method.id === id);
}
