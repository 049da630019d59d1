export const id = 9338;
export const ids = [9338];
export const modules = {

/***/ 49338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ candidateLines),
/* harmony export */   QK: () => (/* binding */ candidatesMarkdown)
/* harmony export */ });
/* unused harmony export candidateRows */
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3646);
/* harmony import */ var _foreign_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99250);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68330);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);




const VERDICTS = {
    proven: 'proven good',
    seen: 'was healthy',
    'put-away': 'put away by a rollback',
    unrecorded: 'not recorded',
};
const BUNDLES = { present: 'yes', gone: 'GONE', unknown: 'not known' };
/** Of `undefined` dates and commits a dash. */
function candidateRows(candidates) {
    const rows = candidates.map((one) => [
        `${one.runs ? '▸ ' : '  '}${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)(one.label)}`,
        one.at === undefined ? '–' : `${new Date(one.at).toISOString().slice(0, 16).replace('T', ' ')}`,
        one.commit === undefined ? '–' : (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(one.commit.slice(0, 7), 7),
        VERDICTS[one.verdict],
        BUNDLES[one.bundle],
        (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(one.comment ?? '', 80),
    ]);
    return [['version', 'when (UTC)', 'commit', 'verdict', 'bundle', 'note'], ...rows];
}
const TITLE = 'Versions to roll back to (▸ runs now)';
function candidateLines(candidates) {
    return candidates.length === 0 ? [] : [TITLE, ...(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .textTable */ .e)(candidateRows(candidates))];
}
function candidatesMarkdown(candidates) {
    if (candidates.length === 0)
        return '';
    const [head = [], ...rows] = candidateRows(candidates);
    return `### ${TITLE}\n\n${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Q)([head, ...rows.map((row) => row.map((cell) => (0,_foreign_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignMarkdown */ .g_)(cell.trim())))])}`;
}
//# sourceMappingURL=candidates.js.map

/***/ })

};

//# sourceMappingURL=9338.index.js.map