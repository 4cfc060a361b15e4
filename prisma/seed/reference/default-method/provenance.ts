/** Where a criterion and its threshold come from, as people read it beside the wording. */
export const REPORT_AND_PROPOSAL =
  'Группа критериев – из доклада муниципального центра; формулировка и порог – предложение справочника портала';
export const PROPOSAL = 'Предложение справочника портала';
export const LOW_RESULTS_METHOD =
  'Методика ФИОКО выявления школ с низкими образовательными результатами (2020); сверьте с текстом документа';
export const VPR_ADVICE = 'Рекомендации ФИОКО по анализу результатов ВПР (2026)';
export const VPR_ADVICE_MOVED = `${VPR_ADVICE}; перенесено с ВПР на ОГЭ справочником портала`;
export const OBJECTIVITY_METHOD =
  'Методика ФИОКО расчёта показателя «Уровень объективности оценки образовательных результатов» от 19.04.2019';
export const SUPERVISION_SIGN = 'Признак, применявшийся Рособрнадзором; сверьте с текстом документа';
