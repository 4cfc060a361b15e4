/** What stands around the tables of docs/detectors.md. */
export const BEFORE = `# What the signs of objectivity find, and how often they are wrong

Written by \`npm run detectors\`; never edited by hand. The same command gives the same bytes. A test repeats a smaller run
with other chance and checks that it agrees with these tables.

A sign is a possible marker («возможный маркер»). None of these numbers is about a real school: the territory is synthetic,
made pupil by pupil after the published figures of one real region (means, deviations, shares of marks, the pile-up at «3»,
sizes of parallels, correlation of journal and score, firing of sign А by one procedure on 13–18 % of schools and by any of
four works with n ≥ 10 on 29 %). Parameters stand in \`scripts/detectors/\`, a test holds them to the published figures.

**Three kinds of signs.** \`federal\`: the fourteen of ФИОКО (2019) exactly as published, without a least n. \`local\`: the
further ones, as first proposed. \`corrected\`: six families that ask the same questions so that an honest school is seldom
marked. A corrected sign is a p-value against the spread of the territory's schools (random effects fitted robustly; a
level is compared with what the school's ОГЭ lets one expect; a peak with the territory's own distribution bent to the
school's level, over-dispersion included); all p-values of a school and year are corrected together (Benjamini and
Hochberg, 5 %). For honest schools that bounds the chance of any mark in a year. Works of fewer than 8 participants are
never judged, and a territory of fewer than 20 schools gives no norms.

**Bands** are by the school's largest work of the year. One parallel is manipulated, in both subjects. Thresholds and
windows were chosen on other seeds (7, 100, 200, 300) than the reported ones.`;

export const AFTER = `## What this says

- **Federal signs.** Sign А fires on honest schools all the time (it forgets that schools really differ, and the larger the
  school the worse), so its recall is bought with false alarms. Sign Б is nearly blind: shuffling three quarters of a
  journal leaves a positive correlation. Sign В by three ranges misses what two years of one parallel could show. Below
  eight participants the federal signs fire by chance. They are computed and shown because they are official.
- **Corrected signs** meet the aim (recall ≥ 0.8, false alarms ≤ 5 % a school and year for n ≥ 20, silence below 8) *at the
  strengths of the recall table*, each family for its own manipulation and all together. The first strength of a curve at
  which 0.8 is reached is the weakest manipulation one may expect to see.
- **Local signs.** A peak as proposed finds more than the corrected one and marks many honest large schools (its π is one for
  the whole territory, though a school of another level has another). «Понизили» above the 90th percentile marks a tenth
  of works by construction. «Нет двоек» and «ВПР против ОГЭ» are too common alone. «Лёгкие хуже, сложные лучше» by ±10
  percentage points almost never fires: its idea works as the corrected \`ADVANCED\`.

## What cannot be reached

- Weak manipulations in schools of 20–49: one pupil in ten lifted to a border, a fifth of the lost points given. Nothing
  in aggregates tells them from chance; see the first rows of the curves.
- Schools of 8–19 stay below 0.8 for most manipulations. They are judged, because false alarms stay rare, but silence
  there is no evidence of anything.
- What is done everywhere is not seen: every norm is the territory's own. The last table shows recall falling with the
  share of manipulated schools. Regional values help only if the region is cleaner.
- A spike is seen only where there was somebody to lift: schools without enough pupils below any border are left out of
  that recall.
- Results raised alike in ВПР, ОГЭ and all years look like a good school. Only an independent check tells them apart.
- Scores raised and then lowered for a reason (a new teacher, a moved class, illness on the day) are marked as readily as
  dishonest ones. That is why each mark names its honest explanations, and why a person decides.
- A лицей or гимназия that is honest is marked about as often as the aim allows for others; there are few of them here, so
  the figure is rough. A raised level of theirs is explained by the profile and not counted.
- The synthetic schools follow our model, and in it abilities act on the logit of a point, which is the scale that the
  corrected signs compare on: that flatters them. On real data the false alarms must be counted anew against schools known to be
  honest; heavier tails than the normal cost what the last table shows.`;
