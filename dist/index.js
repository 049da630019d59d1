import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 298:
/***/ ((module) => {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'

// The characters that carry a meaning of their own inside a regular
//   expression, so a literal one has to be escaped before it is emitted.
const REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/
const BOM = '\uFEFF'
// A run of two or more asterisks is a globstar (#175)
const REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const DOUBLE_SLASH = '//'
const SLASH_CODE = 47
const DOT_CODE = 46


const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const RETURN_FALSE = () => false

// > The range notation, e.g. [a-zA-Z],
// > can be used to match one of the characters in a range.
//
// gitignore(5) defers to fnmatch(3) for this, and git implements it in
//   `wildmatch.c`.  A bracket expression has a sub-grammar of its own, which
//   is neither the surrounding pattern grammar nor the JavaScript one:
//
//   - a `]` right after `[` or `[!` is a literal member, not the terminator
//   - `[:alpha:]` names one of twelve POSIX classes
//   - `\` escapes the next member, `]` included
//   - `*`, `?` and `.` are plain literal members
//   - an unterminated expression makes the whole pattern match nothing
//
// which means the expression can not be located -- let alone translated -- by
//   a regular expression.  It is scanned out of the pattern before the
//   replacers below run, and put back once they are done, so that neither the
//   metacharacter escaper nor the `?` / `*` replacers ever see its body.

// git classifies with its own ASCII-only ctype macros (`wildmatch.c`), never
//   with the C library ones, so these must not be mapped onto `\d` / `\w` /
//   `\s`, which are wider.  `/` is left out of every expansion, because a
//   bracket expression never matches a path separator.
const POSIX_CLASSES = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-.0-~',
  lower: 'a-z',
  print: ' -.0-~',
  punct: '!-.:-@\\[-`{-~',
  // git's `sane-ctype.h` classifies \v and \f as control, not space,
  //   unlike C's `isspace`
  space: ' \\t\\n\\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f'
}

const CLASS_MEMBERS_TO_ESCAPE = '\\]^-['

const escapeMember = char => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0
  ? char
  : ESCAPE + char

// > if (matched == negated || ((flags & WM_PATHNAME) && text_ch == '/'))
// >   return WM_ABORT_TO_STARSTAR;                     (git, `wildmatch.c`)
// A bracket expression never matches a path separator, whatever its members
//   say, so a negated class gets `/` as one more excluded character, while a
//   plain one -- where a literal member or a range could still let `/` in --
//   is guarded with a lookahead, `/` being impossible to subtract from a
//   JavaScript character class.
const NON_SLASH = '(?!\\/)'

const classSource = (negated, body) => {
  if (negated) {
    return `[^\\/${body}]`
  }

  const source = `[${body}]`

  return new RegExp(source).test('/')
    ? NON_SLASH + source
    : source
}

// Scan the bracket expression that starts at `pattern[start] === '['`,
//   mirroring the member loop of git's `wildmatch.c`.
// @returns {{end: number, source: string} | null} `null` if the expression is
//   never terminated, which makes the whole pattern match nothing.
const scanBracket = (pattern, start) => {
  const {length} = pattern
  let index = start + 1
  let negated = EMPTY

  const lead = pattern[index]
  if (lead === '!' || lead === '^') {
    negated = '^'
    index ++
  }

  let body = EMPTY

  // The member a `-` could start a range from, or EMPTY when the previous
  //   member can not open one (start of the body, or a range / POSIX class
  //   that has just closed)
  let prev = EMPTY

  // git scans the members with a do-while, so the first one is consumed
  //   unconditionally.  That is the whole reason a leading `]` is a member
  //   and not the terminator.
  for (;;) {
    const char = pattern[index]

    if (char === UNDEFINED) {
      return null
    }

    if (char === ESCAPE) {
      // A pattern can not end on a lone backslash -- `createRule` has
      //   already thrown it away -- so there is a character to read.
      const escaped = pattern[++ index]
      body += escapeMember(escaped)
      prev = escaped
    } else if (
      char === '-'
      && prev
      && index + 1 < length
      && pattern[index + 1] !== ']'
    ) {
      index ++
      let to = pattern[index]
      if (to === ESCAPE) {
        to = pattern[index += 1]
      }
      // An out-of-order range matches nothing in git but is a syntax error in
      //   JavaScript, so it is dropped.  Its lower bound stays: git tests it
      //   as a plain member before it ever looks at the `-`, so `[c-a]` does
      //   match `c`.
      if (prev <= to) {
        body += `-${escapeMember(to)}`
      }
      prev = EMPTY
    } else if (char === '[' && pattern[index + 1] === ':') {
      const nameStart = index + 2
      let end = nameStart
      while (end < length && pattern[end] !== ']') {
        end ++
      }

      if (end === length) {
        return null
      }

      if (end > nameStart && pattern[end - 1] === ':') {
        const name = pattern.slice(nameStart, end - 1)

        // An unknown class name makes the whole pattern match nothing
        if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
          return null
        }

        body += POSIX_CLASSES[name]
        prev = EMPTY
        index = end
      } else {
        // No `:]` to close it, so the `[` is a plain member and scanning
        //   resumes right after it.
        body += escapeMember('[')
        prev = '['
        index = nameStart - 2
      }
    } else {
      body += escapeMember(char)
      prev = char
    }

    index ++

    if (pattern[index] === ']') {
      return {
        end: index,
        source: classSource(negated, body)
      }
    }
  }
}

// An empty JavaScript class can never match, which is how a pattern that git
//   gives up on (`WM_ABORT_ALL`) is expressed here.
const NEVER_MATCH = '[]'

// A NUL can appear in neither a `.gitignore` line nor a path, which makes it
//   the one safe placeholder character.  A literal one in the pattern is
//   held aside all the same, so a collision is impossible by construction.
const PLACEHOLDER = '\u0000'
const REGEX_RESTORE_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g'
)

// The one wildcard the chain does not expand for itself is a trailing `*`. How
//   it expands depends on the mode (`regex` vs `checkRegex`), so `_make` is
//   left to do it, and until then the pending wildcard travels as this marker.
//   That is what keeps it apart from a user-escaped literal `\*`: the unescape
//   steps collapse the escaped one to the exact `\*` a wildcard would leave
//   behind, so by the time `_make` runs the two are otherwise the same string
//   and a literal star gets wrongly rewritten into a wildcard. The marker is a
//   private-use character, and `extractBrackets` keeps one that came out of the
//   pattern apart from it, so the only marker `_make` ever turns back into a
//   real wildcard is the one this chain put there itself.
const TRAILING_WILDCARD = '\uE000'

// A trailing "/**" is deferred the same way, because `checkRegex` has to tell
//   it apart from a trailing "/*" (see `checkSourceOf`). For `.ignores()` it
//   still never matches the folder itself (#21).
const TRAILING_DOUBLESTAR = '\uE001'

// The three characters above mean something to the chain that builds the
//   source rather than to the path, so one that came out of the pattern is
//   held aside like a bracket expression instead of going straight out. Being
//   held is what makes it safe: the restore runs after the step that anchors
//   the source, so the character comes back in the middle of the source and
//   not at its end, which is the one place `_make` and `checkSourceOf` look
//   for a marker. Without it a pattern's own character lands where a pending
//   marker sits, and `_make` turns it into a real trailing wildcard.
//
// It is held as a one-member class rather than bare, in both of the branches
//   a reserved character can reach, so that the property can be
//   read off this function alone -- a reserved character never goes out on
//   its own -- rather than depending on where in the chain the restore
//   happens to run. In the expression built here `[x]` matches exactly what
//   `x` matches, none of the three being special to a regular expression or
//   inside a class, so no test can tell the two apart: the class is insurance,
//   and the paragraph above is the reason it is not needed.
const isReserved = char =>
  char === PLACEHOLDER
  || char === TRAILING_WILDCARD
  || char === TRAILING_DOUBLESTAR

// Replace every bracket expression with a placeholder the replacers below
//   leave alone, and translate it separately.
const extractBrackets = pattern => {
  const sources = []
  const hold = source =>
    `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`

  const {length} = pattern
  let out = EMPTY
  let index = 0

  while (index < length) {
    const char = pattern[index]

    if (char === ESCAPE) {
      // > Put a backslash ("\") in front of ... a character to make it literal.
      //                                            (gitignore(5) -> fnmatch(3))
      // A backslash quotes the next character, whatever it is, so `\d` is a
      //   literal `d`, not the regex digit class, and `\?` is a literal `?`,
      //   not a wildcard. Held aside as its literal here, the escape never
      //   reaches the replacers below, which would otherwise let `\d`, `\b`,
      //   `\1`, `\/` keep their regular-expression meaning, and would turn a
      //   `\?` into `[^\/]`.
      //
      // Three escapes are still left for the chain: `\*` (a literal star,
      //   told apart from a wildcard by `TRAILING_WILDCARD` and the wildcard
      //   replacers), `\[` (a literal bracket, the one `[` the bracket
      //   replacer still expects), and `\ ` (a quoted space, which one pass
      //   below rewrites in bulk -- holding each one aside instead costs more
      //   on a pattern built out of them).
      //
      // A quoted backslash is not among them. The chain doubles every
      //   backslash, then takes the doubling back out again, and a quoted one
      //   standing next to a character the chain also escapes left the two
      //   counts sharing a run, so one of the escapes was lost. Held here as
      //   the literal it means, it never joins that run.
      const escaped = pattern[index + 1]

      if (escaped === SLASH && index + 2 === length) {
        // Git removes a final directory slash before matching. An escape
        //   without a character after that removal makes the pattern invalid.
        out += hold(NEVER_MATCH)
      } else if (
        escaped === '*'
        || escaped === '['
        || escaped === SPACE
      ) {
        out += pattern.slice(index, index + 2)
      } else {
        out += hold(
          REGEX_LITERAL_SPECIAL.test(escaped)
            ? ESCAPE + escaped
            : isReserved(escaped)
              ? `[${escaped}]`
              : escaped
        )
      }

      index += 2
    } else if (isReserved(char)) {
      out += hold(`[${char}]`)
      index ++
    } else if (char === '[') {
      const scanned = scanBracket(pattern, index)

      if (scanned === null) {
        // git gives up on the whole pattern (`WM_ABORT_ALL`), so whatever
        //   follows can not make it match either.
        out += hold(NEVER_MATCH)
        index = length
      } else {
        out += hold(scanned.source)
        index = scanned.end + 1
      }
    } else {
      out += char
      index ++
    }
  }

  return {
    source: out,
    sources
  }
}

// A step of the chain below is normally a `[matcher, replacer]` pair handed
//   to `String.replace`. `DIRECT` marks the ones that are plain string work
//   instead, and take `(source, pattern)`.
//
// Anchoring the two ends is exactly that -- a test of one character and a
//   concatenation -- and putting it through the regular expression engine
//   cost a third of this chain for nothing: 167ns where 10ns does the same
//   job. The two are still steps in the same list, in the same places,
//   because their position in the order is part of what they mean.
const DIRECT = null

// A separator at the beginning or in the middle of a pattern, as opposed to
//   one at the very end.
const REGEX_INNER_SLASH = /\/(?!$)/
const WILDCARD = '[^\\/]*'

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
// The chain that turns one gitignore pattern into a regular expression
//   source, in order. A step is either
//
//   [matcher, replacer]            handed to `String.replace`
//   [matcher, replacer, required]  the same, but skipped outright unless
//                                    `required` appears in the string, which
//                                    the matcher cannot match without
//   [DIRECT, transform]            plain string work, taking (source, pattern)
//
// The `required` character is only ever a shortcut: finding it does not mean
//   the matcher will match, and not finding it means it cannot. It is there
//   because scanning for one character costs a fraction of running a matcher
//   that then finds nothing -- for the wildcard step, whose `[^\\]+`
//   backtracks its way through the whole string before giving up, 11ns
//   against 400ns.
const REPLACERS = [

  // Replace (\ ) with ' '
  // Only a space: an escaped tab or other whitespace is already a literal by
  //   the time it reaches here, and a bare tab must be left as one, not turned
  //   into a space.
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    // A run of backslashes is taken whole, from its first one, so no match
    //   ever starts again inside it -- `(\\+?) ` did, which made a long run
    //   quadratic.
    /(\\+)( ?)/g,
    (_, run, space) => space
      ? run.slice(0, run.length - run.length % 2) + SPACE
      : run,
    ESCAPE + SPACE
  ],

  // git's wildmatch() reads a run of two or more asterisks as one globstar
  //   whenever the run fills a path segment: it starts the pattern or follows
  //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
  //   already `**`; a longer one is folded into `**` here, so the steps
  //   below only ever have to know `**`.
  // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
  // git also takes a run beside a literal prefix (`a***/b`) or beside an
  //   escaped slash (`***\/b`) as a globstar, and this does not; the README
  //   lists both, under "A run of asterisks".
  [
    /(^|\/)\*{3,}(?=\/|$)/g,
    (_, start) => `${start}**`,
    '*'
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]',
    '?'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^',
    SLASH
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/',
    SLASH
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*(?:\\\*\\\*\\\/)+/,

    // '**/foo' <-> 'foo'
    () => '(?:^|\\/)',
    '*'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    DIRECT,
    (source, pattern) => {
      // Nothing to anchor to, or already anchored (`^` or `(?:^|\/)`)
      if (!source || source[0] === '^' || source[0] === '(') {
        return source
      }

      // If has a slash `/` at the beginning or middle
      const anchor = !REGEX_INNER_SLASH.test(pattern)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'

      return anchor + source
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/ at the end of the pattern, i.e. a trailing `'/**/'`
      // > A trailing `"/**/"` (a trailing `"/**"` restricted to directories)
      // >   matches everything inside, but it should not match the current
      // >   folder itself, so it requires at least one directory segment.
      // 'a/**/' matches 'a/b/', 'a/x/y/' but not 'a/'
      ? str.slice(index + 6) === '\\/'
        ? '(?:\\/[^\\/]+)+'

        // case: /**/
        // > A slash followed by two consecutive asterisks then a slash matches
        // >   zero or more directories.
        // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
        // '/**/'
        : '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder,
      //   resolved by `_make`
      : `\\/${TRAILING_DOUBLESTAR}`,
    '*'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\])(?:\\\*)+(?!$)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    // 1. An asterisk "*" matches anything except a slash.
    // 2. Other consecutive asterisks are considered regular asterisks
    //    and collapse into one non-slash wildcard run.
    (_, p1) => p1 + WILDCARD,
    '*'
  ],

  // trailing wildcard, held apart from a literal star
  [
    // The step above leaves a trailing `*` alone, so a single `\*` is all that
    //   can be left at the end here, and what stands in front of it says which
    //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
    //   nothing before it; a literal arrives as the user's own escape, which
    //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
    //   There is no third case: every backslash still reaching the chain is
    //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
    //   own character, so a longer run can never form. This runs while the
    //   two are still distinct, before the unescape steps below collapse the
    //   literal onto the very `\*` a wildcard leaves behind.
    /(^|[^\\])((?:\\\\)*)\\\*$/,

    (match, p1, p2) =>
      p2 === EMPTY
        // A real wildcard: carry it to `_make` as the marker, so the unescape
        //   steps and the trailing-wildcard rewrite can never mistake it for a
        //   literal `\*` (nor the reverse).
        ? p1 + TRAILING_WILDCARD
        // A literal star: leave it exactly as it stands for the unescape steps.
        : match,
    '*'
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // Every real bracket expression -- POSIX classes included -- has already
    //   been held aside by `extractBrackets`, so the only `[` left in the
    //   pattern is an escaped, literal one.

    // A backslash could only stand at the end of the range if it quoted the
    //   `]`, and `\]` is held aside long before this.
    /\\\[([^\]/]*?)($|\])/g,

    // '\\[bar]' -> '\\\\[bar]'
    (match, range, close) => `\\[${range}${close}`,
    '['
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    DIRECT,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    source => {
      const last = source[source.length - 1]

      // The pattern is empty, or ends in a pending marker `_make` owns --
      //   the trailing wildcard, or a trailing "/**". A trailing `*` that is
      //   not the marker is a literal star, which anchors like any other
      //   final character.
      if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
        return source
      }

      return last === SLASH
        // foo/ will not match 'foo'
        ? `${source}$`
        // foo matches 'foo' and 'foo/'
        : `${source}(?=$|\\/$)`
    }
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const replaceTrailingWildcard = (_, p1) => {
  const prefix = p1
    // '\^':
    // '/*' does not match EMPTY
    // '/*' does not match everything

    // '\\\/':
    // 'abc/*' does not match 'abc/'
    ? `${p1}[^/]+`

    // 'a*' matches 'a'
    // 'a*' matches 'aa'
    : '[^/]*'

  return `${prefix}(?=$|\\/$)`
}

const REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/

// 'abc/**' matches everything under 'abc', but not 'abc/' itself (#21):
//   requiring one arbitrary character (line terminators included, #176)
//   after 'abc/' is necessary and sufficient for `.test(path)`.
const replaceTrailingDoublestar = () => '[\\s\\S]'

// The fixed piece between the wildcard at `at` and the next wildcard of the
//   run: the tokens that separate them, joined as they appear in the source.
//   A run never holds two wildcards in a row, so there is always at least one
//   token.
const separatorAfter = (run, at) => {
  let separator = EMPTY

  for (let index = at + 1; index < run.length && !run[index].wildcard; index ++) {
    separator += run[index].single
  }

  return separator
}

// Where a run of non-slash wildcards is split by fixed pieces --
//   `[^/]*ab[^/]*cd...` -- the engine has many equivalent ways to lay the
//   input across the wildcards, and on input that does not match it works
//   through all of them, so the time grows with the number of wildcards
//   rather than the length of the path. Every wildcard but the last in such a
//   run can be pinned to stop where the piece after it begins, which leaves
//   one way to lay out the input and no rewinding, without changing which
//   paths match: the fixed pieces still bound the count, and the last
//   wildcard still absorbs the rest.
//
// A wildcard is pinned to the whole piece, never to the piece's first
//   character. The pin leaves no way back, so a wildcard that stopped at that
//   first character would hand over wherever the character happens to turn
//   up, including the places the rest of the piece cannot follow -- which is
//   how `f*o/*/*` came to miss `foo/b/c`, the first `o` of `foo` not being
//   the one the `o/` after it needs. Every token of a piece matches exactly
//   one character, so the first place the whole piece fits is the leftmost
//   place it can sit, and whatever is left over goes to the wildcards that
//   follow.
//
// The source is read one token at a time -- a wildcard, a single-character
//   piece (a literal, an escape, a class), or a parenthesised group or anchor
//   that ends the run -- so only a genuine wildcard is touched.
const pinWildcards = source => {
  if (source.indexOf(WILDCARD) < 0) {
    return source
  }

  const tokens = []
  const {length} = source
  let index = 0

  while (index < length) {
    const char = source[index]

    if (source.startsWith(WILDCARD, index)) {
      tokens.push({wildcard: true})
      index += WILDCARD.length
    } else if (char === '[') {
      let end = index + 1

      if (source[end] === '^') {
        end ++
      }

      if (source[end] === ']') {
        end ++
      }

      while (end < length && source[end] !== ']') {
        end += source[end] === ESCAPE
          ? 2
          : 1
      }

      end ++
      tokens.push({single: source.slice(index, end)})
      index = end
    } else if (char === ESCAPE) {
      tokens.push({single: source.slice(index, index + 2)})
      index += 2
    } else if (char === '(') {
      let depth = 0
      let end = index

      do {
        if (source[end] === ESCAPE) {
          end ++
        } else if (source[end] === '(') {
          depth ++
        } else if (source[end] === ')') {
          depth --
        }

        end ++
      } while (end < length && depth > 0)

      if ('*+?'.indexOf(source[end]) >= 0) {
        end ++
      }

      tokens.push({boundary: source.slice(index, end)})
      index = end
    } else if (char === '^' || char === '$') {
      tokens.push({boundary: char})
      index ++
    } else {
      tokens.push({single: char})
      index ++
    }
  }

  let out = EMPTY
  let run = []

  const flush = () => {
    let lastWildcard

    run.forEach((token, at) => {
      if (token.wildcard) {
        lastWildcard = at
      }
    })

    run.forEach((token, at) => {
      if (!token.wildcard) {
        out += token.single
        return
      }

      // Every wildcard but the last is pinned to the whole piece that
      //   follows it, for the reason set out above this function. The last
      //   one stays as it is and takes up the rest.
      out += at === lastWildcard
        ? WILDCARD
        : `(?:(?!${separatorAfter(run, at)})[^\\/])*`
    })

    run = []
  }

  tokens.forEach(token => {
    if (token.boundary === undefined) {
      run.push(token)
      return
    }

    flush()
    out += token.boundary
  })

  flush()

  return out
}

// @param {pattern}
const makeRegexPrefix = pattern => {
  // `/**` matches every path, as `**` does. The translation below only finds
  //   a globstar beside a slash it keeps, and the leading one is turned into
  //   an anchor, so `/**` would come out as `/*` and match one level only.
  //   Here rather than in `createRule`, so that `checkSourceOf`, which
  //   compiles `/**/` again without its trailing slash, gets it too.
  if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
    pattern = '**'
  }

  const {source, sources} = extractBrackets(pattern)

  const replaced = REPLACERS.reduce(
    // A pass whose matcher finds nothing hands back the very string it was
    //   given, so asking first costs a search and saves a rewrite. Ten of the
    //   fifteen passes never fire for a typical .gitignore line, and between
    //   them they were 45% of this chain.
    (prev, [matcher, replacer, required]) => {
      if (matcher === DIRECT) {
        return replacer(prev, pattern)
      }

      if (required !== UNDEFINED && prev.indexOf(required) < 0) {
        return prev
      }

      // A pass whose matcher finds nothing hands back the very string it was
      //   given, so asking first costs a search and saves a rewrite.
      return matcher.test(prev)
        ? prev.replace(matcher, replacer.bind(pattern))
        : prev
    },
    source
  )

  // Most patterns hold no bracket expression at all, and then there is
  //   nothing to put back.
  return sources.length
    ? replaced.replace(
      REGEX_RESTORE_PLACEHOLDER,
      (match, index) => sources[index]
    )
    : replaced
}

// `checkRegex` tests a path with a trailing slash, 'abc/', the way
//   `git check-ignore` matches that literal string once the directory itself
//   is known not to be excluded (see `checkIgnore`): a trailing '/' of the
//   pattern is dropped, a basename pattern sees an empty basename, and only a
//   pattern whose last segment is a pending wildcard can match what is left
//   after the final slash -- 'abc/*' and 'abc/**' match 'abc/', and 'abc/**'
//   also matches 'abc/d/' (#77, #169).
const checkSourceOf = (body, prefix) => {
  if (body[body.length - 1] === SLASH) {
    prefix = makeRegexPrefix(body.slice(0, - 1))
  }

  const head = prefix.slice(0, - 1)
  const last = prefix[prefix.length - 1]

  return last === TRAILING_WILDCARD
    ? `${head}$`
    : last === TRAILING_DOUBLESTAR
      ? head
      : NEVER_MATCH
}

// A trailing slash does not stop a pattern being basename-only: it restricts
//   the match to a directory, it does not let the pattern reach across one.
//   Everything else a pattern can hold -- a wildcard, a character class, an
//   escape -- stays inside a single path segment too, so a pattern with no
//   separator in it can only ever describe the last one.
const matchesBasename = body => {
  const index = body.indexOf(SLASH)

  return index < 0 || index === body.length - 1
}

// The last segment of a path, keeping a trailing slash, because a pattern that
//   ends in one matches only a directory.
// 'a/b/c.js' -> 'c.js';  'a/b/' -> 'b/';  'c.js' -> 'c.js' (no copy made)
const basenameOf = path => {
  const end = path.length - 1

  const index = path.lastIndexOf(
    SLASH,
    path[end] === SLASH
      ? end - 1
      : end
  )

  return index < 0
    ? path
    : path.slice(index + 1)
}

// The parent directory of a path, with its trailing separator, or EMPTY when
//   the path has none.
// 'a/b/c' -> 'a/b/';  'a/b/' -> 'a/';  'a' -> EMPTY;  'a/' -> EMPTY
//
// A path holding an empty segment has to be taken apart, because its
//   ancestors are not prefixes of it: the parent of 'a//b' is 'a/', not
//   'a//', and the parent of '/a/' is nothing at all. Both shapes reach here
//   -- 'a//b' is accepted outright, and `checkIgnore` does not put the path
//   it is given through the relative-path check.
//
// Every other path is a prefix of itself, and cutting one costs a fraction of
//   splitting it into an array and joining that back at every level: 73ns
//   against 207ns.
const parentOf = path => {
  if (
    path.charCodeAt(0) === SLASH_CODE
    || path.indexOf(DOUBLE_SLASH) >= 0
  ) {
    const slices = path.split(SLASH).filter(Boolean)

    slices.pop()

    return slices.length
      ? slices.join(SLASH) + SLASH
      : EMPTY
  }

  const end = path.length - 1

  // Look back from before a trailing separator, since that one belongs to the
  //   path itself.
  //
  // A negative place to start would be a trap here: `lastIndexOf` clamps one
  //   to 0 and searches there rather than reporting no match, so '/' would
  //   come back as its own parent and the walk would never end. It cannot
  //   happen -- that is the only path short enough to produce one, and the
  //   test above has already sent it the other way.
  const cut = path.lastIndexOf(
    SLASH,
    path.charCodeAt(end) === SLASH_CODE
      ? end - 1
      : end
  )

  return cut < 0
    ? EMPTY
    : path.slice(0, cut + 1)
}

const isString = subject => typeof subject === 'string'

// Blank lines, comments and trailing lone backslashes are told by
//   `createRule`, once the pattern is normalized.
const checkPattern = pattern => pattern
  && isString(pattern)

// Git drops one CR before each LF, and one at the end of a final line that
//   has no LF after it.
const splitPattern = pattern => (
  pattern[pattern.length - 1] === '\r'
    ? pattern.slice(0, - 1)
    : pattern
)
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  // Worked out on first use and kept behind an own property, the way `regex`
  //   caches itself in `_regex`. Deciding it in the constructor instead would
  //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
  //   every compile -- including the compiles of rules that are never matched
  //   against anything.
  get _basenameOnly () {
    return define(this, '_basenameOnly', matchesBasename(this.body))
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = pinWildcards(
      mode === MODE_IGNORE
        ? this.regexPrefix
        .replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard)
        .replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar)
        : checkSourceOf(this.body, this.regexPrefix)
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const hasTrailingBackslash = str => {
  let count = 0

  while (str[str.length - count - 1] === ESCAPE) {
    count ++
  }

  return count % 2 === 1
}

// Read a line the way git does: when `stripLineEnd` is set (an unsplit array
//   or object pattern), drop any trailing blank lines along with the LF
//   before each and at most one CR at the end of the line; then trim trailing
//   spaces in the same backward pass. Git trims spaces only, and a space
//   escaped by an odd run of backslashes stays, unescaped, as the last one.
// Scanned from the end: a regular expression can only try each start in
//   turn, which is quadratic over a long run of spaces or backslashes.
// 'a  ' -> 'a';  'a\ ' -> 'a ';  'a\\ ' -> 'a\\';  'a\t' -> 'a\t'
// 'a\r\n' -> 'a';  'a\r\r' -> 'a\r';  'a\n\r' -> 'a'
const trimEnd = (body, stripLineEnd) => {
  let lineEnd = body.length
  let end

  for (;;) {
    if (stripLineEnd && body[lineEnd - 1] === '\r') {
      lineEnd --
    }

    end = lineEnd

    while (body[end - 1] === SPACE) {
      end --
    }

    if (!stripLineEnd || body[end - 1] !== '\n') {
      break
    }

    lineEnd = end - 1
  }

  if (end === lineEnd) {
    return body.slice(0, lineEnd)
  }

  let backslashes = 0

  while (body[end - backslashes - 1] === ESCAPE) {
    backslashes ++
  }

  return backslashes % 2
    ? body.slice(0, end - 1) + SPACE
    : body.slice(0, end)
}

const createRule = (
  pattern,
  mark,
  ignoreCase,
  stripLineEnd,
  stripBOM
) => {
  // Git drops a BOM before it reads the first line, so before anything else.
  let body = stripBOM && pattern[0] === BOM
    ? pattern.slice(1)
    : pattern

  // > A line starting with # serves as a comment.
  if (body[0] === '#') {
    return
  }

  let negative = false

  // > An optional prefix "!" which negates the pattern;
  if (body[0] === '!') {
    negative = true
    body = body.slice(1)
  }

  // Normalize the body before checking which slashes anchor the pattern.
  //   Otherwise `bar/ ` is mistaken for a pattern containing an inner slash.
  //   A line from `splitPattern` has already lost its line ending, so only a
  //   trailing space remains to trim there.
  const last = body[body.length - 1]

  if (
    last === SPACE
    || stripLineEnd && (last === '\r' || last === '\n')
  ) {
    body = trimEnd(body, stripLineEnd)
  }

  // > A blank line matches no files, so it can serve as a separator for
  // >   readability.
  // Nor does a lone "!", a pattern ending on an unpaired backslash, or
  //   anything else left empty here: an empty pattern would compile to a
  //   regex matching every path.
  if (!body || hasTrailingBackslash(body)) {
    return
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []

    // How many of the rules git would tag `EXC_FLAG_NODIR`.
    //
    // The scan uses it to decide, once for the whole set, whether handing
    //   those rules the basename is worth what it costs the others. The
    //   shortcut saves a full-path scan on every rule it applies to and costs
    //   a check on every rule it does not, so a set where almost nothing is
    //   basename-only comes out behind -- a 955 pattern set with 44 of them
    //   measured 19% slower with the shortcut always on.
    //
    // Deciding this by measurement rather than by meaning is safe: a
    //   basename-only pattern gives the very same answer against the whole
    //   path, it just takes longer to say so. The choice can only change how
    //   fast the scan runs, never what it returns.
    this._basenameCount = 0
  }

  _add (pattern, index) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._basenameCount += pattern._rules._basenameCount
      this._added = true
      return
    }

    const isStr = isString(pattern)
    const raw = isStr
      ? pattern
      : pattern.pattern

    const rule = checkPattern(raw)
      && createRule(
        raw,
        isStr ? UNDEFINED : pattern.mark,
        this._ignoreCase,
        !this._split,
        this._stripBOM && !index
      )

    if (rule) {
      this._added = true
      this._rules.push(rule)

      // Deliberately not `rule._basenameOnly`: reading that would materialise
      //   the rule's own copy, and the whole point of leaving it lazy is that
      //   a rule which is compiled and never matched never pays for it.
      if (matchesBasename(rule.body)) {
        this._basenameCount ++
      }
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false
    this._split = isString(pattern)
    this._stripBOM = !this._split || pattern[0] === BOM

    makeArray(
      this._split
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    if (this._added) {
      this._literalRules = UNDEFINED
    }

    return this._added
  }

  // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
  //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
  //   are left out once, rather than tested or compiled for every path.
  testLiteral (path) {
    const rules = this._literalRules || (
      this._literalRules = this._rules.filter(
        ({body}) => body[body.length - (
          body[body.length - 1] === SLASH ? 2 : 1
        )] === '*'
      )
    )

    let ignored = false
    let unignored = false
    let matchedRule

    for (let index = rules.length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule.checkRegex.test(path)) {
        ignored = !rule.negative
        unignored = rule.negative
        matchedRule = rule.negative
          ? UNDEFINED
          : rule
        break
      }
    }

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }

  // Test one single path without recursively checking parent directories
  //
  // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult}
  test (path, mode) {
    // Most of a .gitignore is patterns with no slash in them, and running
    //   those against the whole path makes the regular expression engine walk
    //   every directory name on the way to the only segment that could match.
    //   Handing them the basename instead is what git does, and it is where
    //   the time in a directory walk goes: the rule scan was two thirds of it.
    const rules = this._rules
    const {length} = rules

    const shortcut = this._basenameCount * 2 >= length

    const basename = shortcut
      ? basenameOf(path)
      : path

    // The last rule to match decides, as in git, and it is the rule
    //   `git check-ignore -v` reports, so the scan runs from the end and stops
    //   at the first match.
    // A plain loop rather than `forEach`, so that `path`, `basename` and
    //   `shortcut` are locals. As a callback they became closure variables,
    //   and reaching for one of those once per rule cost 10% of a scan over a
    //   large rule set -- more than the shortcut they were there to serve.
    for (let index = length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule[mode].test(
        shortcut && rule._basenameOnly
          ? basename
          : path
      )) {
        const {negative} = rule

        const ret = {
          ignored: !negative,
          unignored: negative
        }

        if (!negative) {
          ret.rule = rule
        }

        return ret
      }
    }

    return {
      ignored: false,
      unignored: false
    }
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

// > pathname should be a `path.relative()`d one
//
// The same thing `REGEX_TEST_INVALID_PATH` says, spelled out: a path is not
//   relative if it begins with a separator, or with `./` or `../`, or is
//   nothing but `.` or `..`. Every match is decided by the first three
//   characters, and this runs on every path handed to the library -- where it
//   was 55% of a cached lookup, more than the cache lookup itself.
const isNotRelative = path => {
  const first = path.charCodeAt(0)

  if (first === SLASH_CODE) {
    return true
  }

  if (first !== DOT_CODE) {
    return false
  }

  // '.'
  if (path.length === 1) {
    return true
  }

  const second = path.charCodeAt(1)

  // './'
  if (second === SLASH_CODE) {
    return true
  }

  if (second !== DOT_CODE) {
    return false
  }

  // '..' or '../'
  return path.length === 2 || path.charCodeAt(2) === SLASH_CODE
}

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


const convertPath = target =>
  isString(target) && checkPath.convert(target)


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, path) {
    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return path
      ? this._t(path, cache)
      : {
        ignored: false,
        unignored: false
      }
  }

  checkIgnore (target) {
    // A Windows path is converted first, so that a directory given with a
    //   trailing separator, `\` or `/`, is told the same way
    const path = convertPath(target)

    // If the path does not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
      return this._test(target, this._testCache, path)
    }

    // Like `git check-ignore`: a directory excluded by itself or by an
    //   ancestor settles it, and only then is the literal 'abc/' matched
    //   against the rules (see `checkSourceOf`).
    const dir = this._t(path, this._testCache)

    if (dir.ignored) {
      return dir
    }

    const literal = this._rules.testLiteral(path)

    return literal.ignored || literal.unignored
      ? literal
      : dir
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache
  ) {
    if (path in cache) {
      return cache[path]
    }

    const parentPath = parentOf(path)

    // If the path contains a parent directory, check the parent first
    const parent = parentPath
      ? this._t(parentPath, cache)
      : UNDEFINED

    return cache[path] = parent && parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, convertPath(path)).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, convertPath(path))
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(convertPath(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 6761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/** What foreign errors say about themselves. Asked by shape, because an error may come from another realm or be no `Error`. */
/** A member of something whose type is not known. */
function member(value, name) {
    return typeof value === 'object' && value !== null && name in value
        ? value[name]
        : undefined;
}
/** The system's short name for an error, for example `EACCES`; else what it calls itself. */
const codeOf = (error) => String(member(error, 'code') ?? member(error, 'name') ?? error);
const messageOf = (error) => String(member(error, 'message') ?? error);
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 8705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   FI: () => (/* binding */ touched),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   _p: () => (/* binding */ raisesDeploymentId),
/* harmony export */   el: () => (/* binding */ sameKey),
/* harmony export */   sU: () => (/* binding */ changesInstances),
/* harmony export */   y4: () => (/* binding */ replacesInstances)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360);

const PROPERTY_NAMESPACES = [
    _fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .PROPERTIES_NAMESPACE */ .G2,
    'aws:elasticbeanstalk:application:environmentsecrets',
];
/** Changed on the running instances, by a deployment of the configuration under the deployment policy. */
const changesInstances = (key) => PROPERTY_NAMESPACES.includes(key.namespace) ||
    key.namespace.startsWith('aws:elasticbeanstalk:container:') ||
    key.namespace.startsWith('aws:elasticbeanstalk:environment:proxy');
/** Options of the launch template that can change without a new instance are few; the namespaces are taken as a whole. */
const REPLACING = ['aws:autoscaling:launchconfiguration', 'aws:ec2:instances', 'aws:ec2:vpc'];
/** Takes effect only on new instances: the service replaces them under its rolling update settings, not the policy. */
const replacesInstances = (key) => REPLACING.includes(key.namespace);
const touched = (change) => [...change.options, ...change.removeOptions];
const sameKey = (left, right) => left.namespace === right.namespace && left.name === right.name && (left.resource ?? '') === (right.resource ?? '');
/** Only environment properties are sure to be a deployment of their own to every instance, and so to raise its id. */
const raisesDeploymentId = (change) => change.version !== undefined || touched(change).some((key) => PROPERTY_NAMESPACES.includes(key.namespace));
/** Those of `wished` that are not deployed with that very value. */
function differing(wished, deployed) {
    return wished.filter((one) => !deployed.some((other) => sameKey(one, other) && one.value === other.value));
}
/** Those of `wished` that exist now. */
function present(wished, deployed) {
    return wished.filter((one) => deployed.some((other) => sameKey(one, other)));
}
//# sourceMappingURL=changes.js.map

/***/ }),

/***/ 9505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   HN: () => (/* binding */ colorOf),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   i9: () => (/* binding */ HEALTH_STATUSES)
/* harmony export */ });
const HEALTH_STATUSES = [
    'NoData',
    'Unknown',
    'Pending',
    'Ok',
    'Info',
    'Warning',
    'Degraded',
    'Severe',
    'Suspended',
];
/** The colour that the service shows for a status (AWS guide, "Health colors and statuses"). */
function colorOf(status) {
    switch (status) {
        case 'Ok':
        case 'Info':
            return 'Green';
        case 'Warning':
            return 'Yellow';
        case 'Degraded':
        case 'Severe':
            return 'Red';
        case 'NoData':
        case 'Unknown':
        case 'Pending':
        case 'Suspended':
            return 'Grey';
    }
}
/** Lower is better; the grey ones are "cannot tell" and have no rank. */
const RANK = { Ok: 0, Info: 1, Warning: 2, Degraded: 3, Severe: 4 };
/** `true` when `status` is no better and no worse than known, and worse than `baseline`; `undefined` when it cannot be told. */
function isWorse(status, baseline) {
    const left = RANK[status];
    const right = RANK[baseline];
    return left === undefined || right === undefined ? undefined : left > right;
}
function optionValue(options, namespace, name) {
    return options.find((option) => option.namespace === namespace && option.name === name)?.value;
}
//# sourceMappingURL=environment.js.map

/***/ }),

/***/ 5360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ instancesPerBatch),
/* harmony export */   G2: () => (/* binding */ PROPERTIES_NAMESPACE),
/* harmony export */   aP: () => (/* binding */ fleetOf),
/* harmony export */   iE: () => (/* binding */ policyIn),
/* harmony export */   oW: () => (/* binding */ batchCount),
/* harmony export */   qK: () => (/* binding */ batchIn),
/* harmony export */   xj: () => (/* binding */ HEALTH_NAMESPACE)
/* harmony export */ });
/* unused harmony exports ENVIRONMENT_NAMESPACE, AUTO_SCALING_NAMESPACE, ROLLING_UPDATE_NAMESPACE, DEPLOYMENT_POLICIES, formatBatch */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9505);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3775);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3071);
/** What an environment's settings and instances say about its shape: how many, behind what, under which policy, how healthy. */



const ENVIRONMENT_NAMESPACE = 'aws:elasticbeanstalk:environment';
const HEALTH_NAMESPACE = 'aws:elasticbeanstalk:healthreporting:system';
const AUTO_SCALING_NAMESPACE = 'aws:autoscaling:asg';
const ROLLING_UPDATE_NAMESPACE = 'aws:autoscaling:updatepolicy:rollingupdate';
/** Environment properties ("environment variables" of the application). */
const PROPERTIES_NAMESPACE = 'aws:elasticbeanstalk:application:environment';
const DEPLOYMENT_POLICIES = [
    'AllAtOnce',
    'Rolling',
    'RollingWithAdditionalBatch',
    'Immutable',
    'TrafficSplitting',
];
function fleetOf(target) {
    const options = target.settings.options;
    const read = (namespace, name) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, namespace, name);
    const single = read(ENVIRONMENT_NAMESPACE, 'EnvironmentType') === 'SingleInstance';
    const worker = target.environment.tier === 'Worker';
    const minSize = single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MinSize'), 1);
    const seen = target.instances?.instances.length ?? target.instanceIds.length;
    const counted = seen > 0 || target.instances !== undefined;
    const enhanced = read(HEALTH_NAMESPACE, 'SystemType') === 'enhanced' || target.instances !== undefined;
    const ids = (target.instances?.instances ?? []).flatMap((one) => one.deployment?.id ?? []);
    const sick = sicknessOf(target, read(HEALTH_NAMESPACE, 'HealthCheckSuccessThreshold'));
    return {
        size: counted ? seen : minSize,
        counted,
        minSize,
        maxSize: single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MaxSize'), Math.max(4, minSize)),
        singleInstance: single,
        worker,
        cluster: target.environment.tier === 'Cluster',
        loadBalancer: single || worker ? 'none' : loadBalancerOf(read(ENVIRONMENT_NAMESPACE, 'LoadBalancerType')),
        enhancedHealth: enhanced,
        policy: policyIn(options),
        batch: batchIn(options),
        commandTimeout: (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(numberOr(read(_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'Timeout'), 600)),
        ignoresHealth: read(_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'IgnoreHealthCheck') === 'true',
        rollingUpdates: rollingUpdatesOf(options),
        ...(sick === undefined ? {} : { sick }),
        ...(ids.length === 0 ? {} : { deploymentId: Math.max(...ids) }),
    };
}
function numberOr(text, otherwise) {
    const value = Number(text);
    return text === undefined || text.trim() === '' || !Number.isFinite(value) ? otherwise : value;
}
/** The API's default is `classic` (AWS guide, "General options"). */
function loadBalancerOf(type) {
    return type === 'application' || type === 'network' ? type : 'classic';
}
/** The policy that these options amount to; the service's default is `AllAtOnce`. */
function policyIn(options) {
    const value = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'DeploymentPolicy');
    return DEPLOYMENT_POLICIES.find((policy) => policy === value) ?? 'AllAtOnce';
}
/** The service's default is all instances at once: 100 %. */
function batchIn(options) {
    const size = numberOr((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'BatchSize'), 100);
    return (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'BatchSizeType') === 'Fixed'
        ? { kind: 'count', count: size }
        : { kind: 'percent', percent: size };
}
function rollingUpdatesOf(options) {
    if ((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateEnabled') !== 'true')
        return 'Disabled';
    const type = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateType');
    return type === 'Health' || type === 'Immutable' ? type : 'Time';
}
/** Instances of one batch: a percentage is rounded down, and there is always at least one. */
function instancesPerBatch(batch, size) {
    const wished = batch.kind === 'count' ? batch.count : Math.floor((size * batch.percent) / 100);
    return Math.max(1, Math.min(wished, Math.max(1, size)));
}
function batchCount(batch, size) {
    return Math.max(1, Math.ceil(size / instancesPerBatch(batch, size)));
}
function formatBatch(batch) {
    return batch.kind === 'percent' ? `${batch.percent}%` : String(batch.count);
}
/** Worse than what counts as a passed check (`HealthCheckSuccessThreshold`, `Ok` unless set; Info passes as Ok does). */
function sicknessOf(target, threshold) {
    const passing = threshold === 'Warning' || threshold === 'Degraded' || threshold === 'Severe' ? threshold : 'Info';
    const { healthStatus, health } = target.environment;
    if (healthStatus !== undefined && (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(healthStatus, passing) === true)
        return `its health is ${healthStatus}`;
    const instances = target.instances?.instances ?? [];
    const sick = instances.filter((one) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(one.status, passing) === true);
    if (sick.length > 0)
        return `${sick.length} of ${instances.length} instances are ${sick[0]?.status ?? 'sick'} or worse`;
    const colourOnly = healthStatus === undefined && target.instances === undefined;
    return colourOnly && (health === 'Red' || health === 'Yellow') ? `its health is ${health}` : undefined;
}
//# sourceMappingURL=fleet.js.map

/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
/** What is wrong, who can mend it, and how: the only form in which the action refuses or gives up. */
/** The outside world failed. Always carries the original error as its cause. */
class ActionError extends Error {
    name = 'ActionError';
    problem;
    nature;
    /** For mutating calls: the service may have acted although no answer arrived. Look before repeating. */
    answerLost;
    constructor(problem, options = {}) {
        super(problem.what, { cause: options.cause });
        this.problem = problem;
        this.nature = options.nature ?? 'permanent';
        this.answerLost = options.answerLost ?? false;
    }
}
//# sourceMappingURL=problem.js.map

/***/ }),

/***/ 3775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ COMMAND_NAMESPACE),
/* harmony export */   v: () => (/* binding */ TRAFFIC_SPLITTING_NAMESPACE)
/* harmony export */ });
const COMMAND_NAMESPACE = 'aws:elasticbeanstalk:command';
const TRAFFIC_SPLITTING_NAMESPACE = 'aws:elasticbeanstalk:trafficsplitting';
//# sourceMappingURL=strategy.js.map

/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   c$: () => (/* binding */ hours)
/* harmony export */ });
/** Instants and spans of time, and how people write them. No bare number of time crosses a function elsewhere. */
const seconds = (count) => count * 1_000;
const minutes = (count) => count * 60_000;
const hours = (count) => count * 3_600_000;
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * Reads `90`, `90s`, `10m`, `1h30m`, `500ms` or `1d`. A bare number means seconds, as in AWS's own action.
 * Answers `undefined` for anything else, so that the caller can name the input that was wrong.
 */
function parseDuration(text) {
    const trimmed = text.trim().toLowerCase();
    if (/^\d+(\.\d+)?$/.test(trimmed))
        return Math.round(Number(trimmed) * 1_000);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
        total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
    }
    return Math.round(total);
}
/** Writes a span as people say it: `850ms`, `9s`, `1m40s`, `2h05m`. */
function formatDuration(span) {
    if (span < 1_000)
        return `${Math.max(0, Math.round(span))}ms`;
    const total = Math.round(span / 1_000);
    const two = (value) => String(value).padStart(2, '0');
    if (total < 60)
        return `${total}s`;
    if (total < 3_600)
        return `${Math.floor(total / 60)}m${two(total % 60)}s`;
    return `${Math.floor(total / 3_600)}h${two(Math.floor((total % 3_600) / 60))}m`;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8959);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5810);
/** The action's entry, for its main and its post phase: both are `dist/index.js`. */


await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .wire */ .O)());
//# sourceMappingURL=index.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var domain_problem = __nccwpck_require__(1591);
;// CONCATENATED MODULE: ./lib/domain/endings.js

const BARE = { proof: 'none', restored: 'not-needed', stillRunning: [] };
/** Nothing was changed, because of these problems (at least one). */
function refused(problems) {
    const [first] = problems;
    if (first === undefined)
        throw new Error('a refusal without a problem');
    const reason = problems.length === 1 ? first.what : `${problems.length} problems; nothing was changed.`;
    return { ...BARE, state: 'failed', reason, problem: first };
}
/** What would be done: the end of a dry run. */
function planned(plan) {
    const reason = plan.unchanged ?? 'This is what would be done; nothing was changed (dry run).';
    return { ...BARE, state: 'planned', reason };
}
/** Stopped before anything was changed. */
function cancelledEarly() {
    return { ...BARE, state: 'cancelled', reason: 'Stopped on request before anything was changed.' };
}
/** Stopped, and something did not answer in time: what the service does now is not known here. */
function cancelledUnanswered(environmentName) {
    return {
        ...BARE,
        state: 'cancelled',
        reason: 'Stopped on request; the service did not answer in time to say what has become of the update.',
        restored: 'no',
        stillRunning: [`An update of ${environmentName} may still be running or being aborted.`],
    };
}
/** The outside world failed, or there is a bug: the only place where an exception becomes an outcome. */
function broken(error) {
    const problem = error instanceof domain_problem/* ActionError */.l
        ? error.problem
        : {
            code: 'internal',
            blame: 'us',
            what: `An unexpected error ended the run: ${error instanceof Error ? error.message : String(error)}.`,
            hint: 'Run the job again with debug logging and report this with the log; look at the environment before you deploy again.',
        };
    return { ...BARE, state: 'failed', reason: problem.what, problem };
}
//# sourceMappingURL=endings.js.map
// EXTERNAL MODULE: ./lib/domain/time.js
var domain_time = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./lib/domain/input.js
/** How an input is declared (kind, default, help), the type a declaration stands for, and the kinds of text that can be read. */

const ALL_SO_FAR = ['deploy'];
const required = (kind, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    presence: 'always',
});
const optional = (kind, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    presence: 'sometimes',
});
const withDefault = (kind, text, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    default: text,
    presence: 'always',
});
/** Reads every declared input; an empty text counts as not given. Never stops at the first failure. */
function readInputs(declarations, lookUp) {
    const values = {};
    const failures = [];
    for (const [name, declaration] of Object.entries(declarations)) {
        const given = lookUp(name).trim();
        const text = given === '' ? declaration.default : given;
        if (text === undefined) {
            if (declaration.presence === 'always')
                failures.push({ name, state: 'missing', declaration });
            continue;
        }
        const reading = declaration.kind.read(text);
        if ('value' in reading)
            values[name] = reading.value;
        else
            failures.push({ name, state: 'wrong', text, declaration, ...reading });
    }
    // The one cast of the input machinery: the record was filled from the declarations themselves.
    return { values: values, failures };
}
const input_text = (accepts, rule) => ({
    accepts,
    read: (given) => (rule === undefined || rule.pattern.test(given) ? { value: given } : { because: rule.because }),
});
/** The booleans of YAML 1.2, as the runner's own toolkit reads them. */
const flag = {
    accepts: '`true` or `false`',
    choices: ['true', 'false'],
    read: (given) => {
        if (/^(true|True|TRUE)$/.test(given))
            return { value: true };
        if (/^(false|False|FALSE)$/.test(given))
            return { value: false };
        return { because: 'is neither `true` nor `false`', wrong: given };
    },
};
const choice = (choices) => ({
    accepts: choices.map((one) => `\`${one}\``).join(', '),
    choices,
    read: (given) => {
        const found = choices.find((one) => one === given);
        return found === undefined ? { because: 'is none of its values', wrong: given } : { value: found };
    },
});
/** A whole number within limits. */
const count = (least, most) => ({
    accepts: `a whole number from ${least} to ${most}`,
    read: (given) => within(given, /^\d+$/, least, most, 'a whole number'),
});
/** Whole percents, with or without the sign. */
const percent = (least, most) => ({
    accepts: `a percentage from ${least} to ${most}, with or without \`%\``,
    read: (given) => within(given.replace(/\s*%$/, ''), /^\d+$/, least, most, 'a whole percentage'),
});
function within(given, shape, least, most, what) {
    if (!shape.test(given))
        return { because: `is not ${what}` };
    const value = Number(given);
    return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
}
/** A span of time; a bare number means seconds, as in AWS's own action. */
const duration = (least, most) => ({
    accepts: 'a duration such as `90s`, `10m` or `1h30m` (a bare number means seconds)',
    read: (given) => {
        const span = (0,domain_time/* parseDuration */.E9)(given);
        if (span === undefined)
            return { because: 'is not a duration' };
        if (span < least)
            return { because: `is shorter than ${(0,domain_time/* formatDuration */.a3)(least)}` };
        if (most !== undefined && span > most)
            return { because: `is longer than ${(0,domain_time/* formatDuration */.a3)(most)}` };
        return { value: span };
    },
});
/** Entries on lines of their own or separated by commas; empty ones and `#` comments are left out. */
const list = (accepts) => ({
    accepts,
    read: (given) => ({
        value: given
            .split(/\r?\n/)
            .filter((line) => !line.trim().startsWith('#'))
            .flatMap((line) => line.split(','))
            .map((entry) => entry.trim())
            .filter((entry) => entry !== ''),
    }),
});
/** A list of words out of a given set, in any case; answered as the set spells them. */
const words = (choices) => ({
    accepts: `a list out of ${choices.map((one) => `\`${one}\``).join(', ')}`,
    choices,
    read: (given) => {
        const entries = given
            .split(/[,\n]/)
            .map((entry) => entry.trim())
            .filter((entry) => entry !== '');
        const found = [];
        for (const entry of entries) {
            const match = choices.find((one) => one.toLowerCase() === entry.toLowerCase());
            if (match === undefined)
                return { because: `holds "${entry}", which is none of its values`, wrong: entry };
            if (!found.includes(match))
                found.push(match);
        }
        return found.length === 0 ? { because: 'is an empty list' } : { value: found };
    },
});
/** Names of environment properties may hold letters, digits and `_ . : / + \ - @` (AWS guide, "Environment properties"). */
const PAIR_NAME = /^[A-Za-z0-9_.:/+\\@-]{1,128}$/;
/** `KEY=value` lines. Values may be secrets, so failures name lines, never what stands there. */
const pairs = {
    accepts: '`KEY=value` lines; `KEY=` removes the key',
    secret: true,
    read: (given) => {
        const set = {};
        const remove = [];
        for (const [index, line] of given.split(/\r?\n/).entries()) {
            const trimmed = line.trim();
            if (trimmed === '' || trimmed.startsWith('#'))
                continue;
            const split = trimmed.indexOf('=');
            if (split < 0)
                return { because: `has no \`=\` on line ${index + 1}` };
            const name = trimmed.slice(0, split).trim();
            if (!PAIR_NAME.test(name))
                return { because: `has no valid name before the \`=\` on line ${index + 1}` };
            if (Object.hasOwn(set, name) || remove.includes(name))
                return { because: `names ${name} twice` };
            const value = trimmed.slice(split + 1).trim();
            if (value === '')
                remove.push(name);
            else
                Object.defineProperty(set, name, { value, enumerable: true });
        }
        return { value: { set, remove } };
    },
};
/** JSON or YAML, inline or in a file; `inputs/` parses it, because a parser is no business of the domain. */
const input_document = (accepts) => ({
    accepts,
    secret: true,
    read: (given) => ({ value: given }),
});
/** A path relative to the workspace, or absolute and inside it. Whether it is there is checked by `inputs/`. */
const path = (place) => ({
    accepts: `the path of a ${place} inside the workspace`,
    place,
    read: (given) => (given.includes('\0') ? { because: 'holds a character that no path can hold' } : { value: given }),
});
//# sourceMappingURL=input.js.map
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __nccwpck_require__(8705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var domain_fleet = __nccwpck_require__(5360);
// EXTERNAL MODULE: ./lib/domain/strategy.js
var strategy = __nccwpck_require__(3775);
;// CONCATENATED MODULE: ./lib/strategies/durations.js

/** Messages are the observed wordings; one that is not recognised is no loss but an estimate instead of a lesson. */
const MARKS = [
    {
        phase: 'opening',
        from: /^Environment update is starting\./,
        to: /^(Deploying new version to instance|Immutable deployment policy enabled|Rolling with Additional Batch|Batch 1: Starting)/,
    },
    {
        phase: 'at-once',
        from: /^Deploying new version to instance\(s\)\./,
        to: /^New application version was deployed to running EC2 instances\./,
    },
    {
        phase: 'deregister',
        from: /^Batch \d+: De-registering instance/,
        to: /^Batch \d+: Starting application deployment command execution/,
    },
    {
        phase: 'command',
        from: /^Batch \d+: Starting application deployment command execution/,
        to: /^Batch \d+: Completed application deployment command execution/,
    },
    {
        phase: 'register',
        from: /^Batch \d+: Registering instance/,
        to: /^Batch \d+: Completed application deployment\./,
    },
    {
        phase: 'launch',
        from: /^(Immutable deployment policy enabled|Rolling with Additional Batch)/,
        to: /^(Adding new instance\(s\)|Batch 1: \d+ EC2 instance\(s\) .* launched)/,
    },
    {
        phase: 'health',
        from: /^Waiting for instance\(s\) .* to pass health checks/,
        to: /^(Test instance passed health checks|Detached new instance)/,
    },
    {
        phase: 'attach',
        from: /^Detached new instance/,
        to: /^Deployment succeeded\. Terminating old instances/,
    },
    {
        phase: 'clean-up',
        from: /^Deployment succeeded\. Terminating old instances/,
        to: /^Environment update completed successfully\./,
    },
    {
        phase: 'settings',
        from: /^Updating environment .*'s configuration settings\./,
        to: /^Successfully deployed new configuration to environment\./,
    },
];
const START = /^Environment update is starting\./;
const END = /^Environment update completed successfully\./;
/** In-place deployments in batches, or with new instances, also carry the lines of the `at-once` phase. */
const IN_BATCHES = /^(Batch \d+:|Immutable deployment policy|Rolling with Additional Batch|Created temporary auto scaling)/;
const DEPLOYS = /^(Deploying new version|New application version was deployed)/;
const FAILS = /^(Failed to|Unsuccessful command|During an aborted deployment|The environment was reverted)/;
/** The median length of each phase in those of the environment's earlier updates that are there from start to good end. */
function learn(recentEvents) {
    const samples = new Map();
    for (const update of earlierUpdates(recentEvents)) {
        const inBatches = update.some((event) => IN_BATCHES.test(event.message));
        const deploys = update.some((event) => DEPLOYS.test(event.message));
        for (const { phase, from, to } of MARKS) {
            if ((phase === 'at-once' && inBatches) || (phase === 'settings' && (deploys || inBatches)))
                continue;
            samples.set(phase, [...(samples.get(phase) ?? []), ...spans(update, from, to)]);
        }
    }
    const lessons = new Map();
    for (const [phase, spansOfPhase] of samples) {
        const middle = [...spansOfPhase].sort((left, right) => left - right)[Math.floor(spansOfPhase.length / 2)];
        if (middle !== undefined)
            lessons.set(phase, middle);
    }
    return lessons;
}
/** Complete, successful updates, each oldest event first. */
function earlierUpdates(newestFirst) {
    const updates = [];
    let open;
    // Reversed before sorting: equal dates keep the order in which the service wrote them.
    for (const event of [...newestFirst].reverse().sort((left, right) => left.date - right.date)) {
        if (START.test(event.message))
            open = [];
        if (open === undefined)
            continue;
        open.push(event);
        if (FAILS.test(event.message))
            open = undefined;
        else if (END.test(event.message)) {
            updates.push(open);
            open = undefined;
        }
    }
    return updates;
}
function spans(update, from, to) {
    const found = [];
    let since;
    for (const event of update) {
        if (since !== undefined && to.test(event.message)) {
            found.push(event.date - since);
            since = undefined;
        }
        // The first of several "from" lines counts: the health wait is announced once per group.
        if (from.test(event.message))
            since ??= event.date;
    }
    return found;
}
/**
 * Typical lengths where nothing was learned. Twelve good checks, ten seconds apart, are two minutes, and eighteen of
 * a worker are three (AWS guide, "Enhanced health": rolling deployments); the rest are rounded from event logs that
 * users have published (for example https://github.com/aws/aws-elastic-beanstalk-cli/issues/50).
 */
function typical(phase, of) {
    switch (phase) {
        case 'opening':
            return (0,domain_time/* seconds */.YA)(10);
        case 'at-once':
            return (0,domain_time/* seconds */.YA)(60);
        case 'deregister':
            return (0,domain_time/* seconds */.YA)(20);
        case 'command':
            return (0,domain_time/* seconds */.YA)(30);
        case 'register':
            return of.enhancedHealth ? (0,domain_time/* seconds */.YA)(of.worker ? 205 : 145) : (0,domain_time/* seconds */.YA)(45);
        case 'launch':
            return (0,domain_time/* minutes */.Gx)(2);
        case 'health':
            return of.enhancedHealth ? (0,domain_time/* seconds */.YA)(of.worker ? 185 : 125) : (0,domain_time/* seconds */.YA)(60);
        case 'attach':
            return (0,domain_time/* seconds */.YA)(140);
        case 'clean-up':
            // Seen: 3m12s for one instance, 7m51s for three; connections drain side by side, so it does not grow for ever.
            return Math.min((0,domain_time/* minutes */.Gx)(12), (0,domain_time/* seconds */.YA)(60 + 140 * Math.max(1, of.instances)));
        case 'settings':
            return (0,domain_time/* seconds */.YA)(40);
    }
}
//# sourceMappingURL=durations.js.map
;// CONCATENATED MODULE: ./lib/strategies/forecast.js
/** Numbers of a plan before it starts: duration, capacity, extra instances, and the longest the service may take. */




/** `updates`: those around the deployment itself that only set or restore the policy. */
function figures(policy, change, target, updates) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    const lessons = learn(target.recentEvents);
    const shape = fleet.cluster
        ? clusterShape(fleet)
        : deploysToInstances(change)
            ? shapeOf(policy, fleet)
            : settingsOnly(change, fleet);
    const own = add(shape.course, lessons, fleet);
    const around = add([
        ['opening', updates],
        ['settings', updates],
    ], lessons, fleet);
    const duration = own.total + around.total + shape.evaluation;
    return {
        duration,
        durationBasis: own.learned * 2 >= own.total ? 'learned' : 'estimated',
        lowestCapacity: shape.lowest,
        capacity: fleet.size,
        extraInstances: shape.extra,
        extraInstanceHours: round((shape.extra * shape.extraShare * duration) / (0,domain_time/* hours */.c$)(1)),
        downtime: fleet.cluster ? 'unknown' : downtimeOf(change, fleet, shape.lowest),
        versionsSideBySide: shape.sideBySide,
        wayBack: shape.wayBack,
    };
}
/** One number for a `settle` step: the usual length of the deployment without the updates around it. */
function usualDuration(policy, change, target) {
    return figures(policy, change, target, 0).duration;
}
function usualSettingsDuration(target) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return add([
        ['opening', 1],
        ['settings', 1],
    ], learn(target.recentEvents), fleet).total;
}
const deploysToInstances = (change) => (0,changes/* raisesDeploymentId */._p)(change) || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
function downtimeOf(change, fleet, lowest) {
    if ((0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4))
        return fleet.rollingUpdates === 'Disabled' ? 'unknown' : 'none';
    return lowest === 0 ? 'seconds' : 'none';
}
function add(course, lessons, fleet) {
    const of = { enhancedHealth: fleet.enhancedHealth, worker: fleet.worker, instances: fleet.size };
    let total = 0;
    let learned = 0;
    for (const [phase, times] of course) {
        const lesson = lessons.get(phase);
        total += times * (lesson ?? typical(phase, of));
        if (lesson !== undefined)
            learned += times * lesson;
    }
    return { total, learned };
}
const round = (value) => Math.round(value * 100) / 100;
const REDEPLOY = 'deploy the previous version again';
function shapeOf({ policy, batch, evaluation }, fleet) {
    const size = fleet.size;
    const several = size > 1 ? 1 : 0;
    const batches = (0,domain_fleet/* batchCount */.oW)(batch, size);
    const perBatch = (0,domain_fleet/* instancesPerBatch */.Ec)(batch, size);
    const balanced = fleet.loadBalancer === 'none' ? 0 : 1;
    const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
    const inBatches = [
        ['deregister', balanced * batches],
        ['command', batches],
        ['register', batches],
    ];
    switch (policy) {
        case 'AllAtOnce':
            return {
                ...nothing,
                course: [
                    ['opening', 1],
                    ['at-once', 1],
                ],
                lowest: 0,
                wayBack: REDEPLOY,
            };
        case 'Rolling':
            return {
                ...nothing,
                course: [['opening', 1], ...inBatches],
                lowest: Math.max(0, size - perBatch),
                sideBySide: batches > 1,
                wayBack: `${REDEPLOY}; finished batches keep the new one`,
            };
        case 'RollingWithAdditionalBatch':
            return {
                ...nothing,
                course: [['opening', 1], ['launch', 1], ['register', 1], ...inBatches],
                lowest: size,
                extra: perBatch,
                extraShare: 1,
                sideBySide: true,
                wayBack: `${REDEPLOY}; finished batches keep the new one`,
            };
        case 'Immutable':
            return {
                ...nothing,
                course: [
                    ['opening', 1],
                    ['launch', 1 + several],
                    ['health', 1 + several],
                    ['attach', 1],
                    ['clean-up', 1],
                ],
                lowest: size,
                extra: size,
                extraShare: size > 1 ? 0.75 : 1,
                sideBySide: true,
                wayBack: 'the old instances stay; the new ones are terminated',
            };
        case 'TrafficSplitting':
            return {
                course: [
                    ['opening', 1],
                    ['launch', 1],
                    ['health', 1],
                    ['attach', 1],
                    ['clean-up', 1],
                ],
                evaluation,
                lowest: size,
                extra: size,
                extraShare: 1,
                sideBySide: true,
                wayBack: 'all requests go to the old instances again',
            };
    }
}
/** Cluster environments roll pods and go back by themselves when that fails; little else is known of them. */
function clusterShape(fleet) {
    return {
        course: [['launch', 3]],
        evaluation: 0,
        lowest: fleet.size,
        extra: 0,
        extraShare: 0,
        sideBySide: true,
        wayBack: 'the service rolls back by itself',
    };
}
function settingsOnly(change, fleet) {
    const replaces = (0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4);
    const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
    return {
        ...nothing,
        course: replaces
            ? [
                ['opening', 1],
                ['launch', fleet.size],
                ['health', fleet.size],
            ]
            : [
                ['opening', 1],
                ['settings', 1],
            ],
        lowest: replaces ? Math.max(0, fleet.rollingUpdates === 'Disabled' ? 0 : fleet.size - 1) : fleet.size,
        wayBack: 'set the options to their earlier values',
    };
}
/** What the service adds to the command timeout by itself (AWS guide, "Deployment policies and settings"). */
const GRACE = (0,domain_time/* minutes */.Gx)(4);
/**
 * The longest that the service itself may take, with room for launches and cleaning up: one command timeout per
 * batch, and never under 30 (immutable) or 40 minutes (traffic splitting), which published event logs come near to.
 */
function longest(policy, change, target, updates) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    const around = (0,domain_time/* minutes */.Gx)(10) * updates;
    const twice = 2 * figures(policy, change, target, updates).duration;
    if (fleet.cluster)
        return Math.max((0,domain_time/* minutes */.Gx)(40), twice);
    if (!deploysToInstances(change)) {
        const replaced = (0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4) ? fleet.size * (0,domain_time/* minutes */.Gx)(30) : 0;
        return Math.max((0,domain_time/* minutes */.Gx)(20) + replaced + around, twice);
    }
    const command = fleet.commandTimeout + GRACE;
    const batches = (0,domain_fleet/* batchCount */.oW)(policy.batch, fleet.size);
    return Math.max(longestUnder(policy, command, batches, fleet.size) + around, twice);
}
function longestUnder({ policy, evaluation }, command, batches, size) {
    const replacing = (0,domain_time/* minutes */.Gx)(10) + (0,domain_time/* minutes */.Gx)(2) * size;
    switch (policy) {
        case 'AllAtOnce':
            return command + (0,domain_time/* minutes */.Gx)(5);
        case 'Rolling':
            return command * batches + (0,domain_time/* minutes */.Gx)(5);
        case 'RollingWithAdditionalBatch':
            return command * (batches + 1) + (0,domain_time/* minutes */.Gx)(15);
        case 'Immutable':
            return Math.max((0,domain_time/* minutes */.Gx)(30), 2 * command + replacing);
        case 'TrafficSplitting':
            return Math.max((0,domain_time/* minutes */.Gx)(40), command + replacing) + evaluation;
    }
}
//# sourceMappingURL=forecast.js.map
;// CONCATENATED MODULE: ./lib/strategies/in-place.js
/** Updating the environment that serves, under one of the service's deployment policies: shared by all strategies that do so. */




const command = (name, value) => ({ namespace: strategy/* COMMAND_NAMESPACE */.K, name, value });
/** The options that make this policy rule. */
function policyRequest(policy, trafficPercent) {
    return {
        policy: policy.policy,
        options: [
            command('DeploymentPolicy', policy.policy),
            ...batchOptions(policy),
            ...(policy.policy === 'TrafficSplitting' && trafficPercent !== undefined
                ? [
                    { namespace: strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v, name: 'NewVersionPercent', value: String(trafficPercent) },
                    {
                        namespace: strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v,
                        name: 'EvaluationTime',
                        value: String(Math.round(policy.evaluation / 60_000)),
                    },
                ]
                : []),
        ],
    };
}
function batchOptions({ policy, batch }) {
    if (policy !== 'Rolling' && policy !== 'RollingWithAdditionalBatch')
        return [];
    return batch.kind === 'percent'
        ? [command('BatchSizeType', 'Percentage'), command('BatchSize', String(batch.percent))]
        : [command('BatchSizeType', 'Fixed'), command('BatchSize', String(batch.count))];
}
const POLICY_OPTIONS = ['DeploymentPolicy', 'BatchSizeType', 'BatchSize'];
/** Options that shape a deployment: sent together with a version they do not rule that very deployment. */
const shapesDeployment = (key) => (key.namespace === strategy/* COMMAND_NAMESPACE */.K && POLICY_OPTIONS.includes(key.name)) ||
    key.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v;
/**
 * A policy is a setting of the environment, and one sent together with a version has been reported not to rule that
 * very deployment (https://github.com/aws/aws-sdk-ruby/issues/1394), so it goes first, in an update of its own.
 */
function policyMove(wish, change, target) {
    const deployed = target.settings.options;
    if (!touchesInstances(change))
        return { set: [], restore: [], unset: [] };
    // Options of the user's own that shape a deployment travel with the policy, and stay as he set them.
    const asked = change.options.filter(shapesDeployment);
    const wished = (0,changes/* differing */.R1)(wish?.options ?? [], deployed).filter((one) => !asked.some((other) => (0,changes/* sameKey */.el)(one, other)));
    const before = wished.map((one) => deployed.find((other) => (0,changes/* sameKey */.el)(one, other)));
    return {
        set: [...wished, ...asked],
        restore: change.restorePolicy ? before.filter((one) => one !== undefined) : [],
        unset: change.restorePolicy ? wished.filter((_, at) => before[at] === undefined).map(keyOf) : [],
    };
}
const keyOf = ({ namespace, name, resource }) => resource === undefined ? { namespace, name } : { namespace, name, resource };
/** The deployment policy rules updates that bring something to the instances: a version, or properties. */
const touchesInstances = (change) => change.version !== undefined || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
/** How many updates a move adds around the deployment. */
const updatesAround = (move) => (move.set.length > 0 ? 1 : 0) + (move.restore.length + move.unset.length > 0 ? 1 : 0);
/** Publish, set the policy, deploy, put the policy back: each update followed by the proof that it settled. */
function inPlaceSteps(change, target, policy, wish) {
    const move = policyMove(wish, change, target);
    const together = {
        ...change,
        options: change.options.filter((one) => move.set.length === 0 || !shapesDeployment(one)),
    };
    return [
        ...publishing(change),
        ...(move.set.length > 0 ? settingUpdate('set-policy', target, move.set, [], target.environment.versionLabel) : []),
        ...deploying(together, target, policy, wish?.policy),
        ...(move.restore.length + move.unset.length > 0
            ? settingUpdate('restore-policy', target, move.restore, move.unset, change.version?.label ?? target.environment.versionLabel)
            : []),
    ];
}
function publishing({ application, version }) {
    if (version === undefined || version.kind === 'existing')
        return [];
    // A version whose object has gone from the bucket is published again: to the same place, with the same content.
    if (version.reuse.version && version.reuse.object)
        return [];
    return [{ kind: 'publish-version', application, source: version }];
}
const refOf = (target) => ({
    id: target.environment.id,
    name: target.environment.name,
});
function settingUpdate(purpose, target, options, removeOptions, runningLabel) {
    const environment = refOf(target);
    return [
        { kind: 'update', environment, purpose, options, removeOptions },
        {
            kind: 'settle',
            environment,
            expects: {
                ...expectationOf(target, runningLabel),
                options,
                removedOptions: removeOptions,
                raisesDeploymentId: false,
            },
            expectedDuration: usualSettingsDuration(target),
        },
    ];
}
function deploying(change, target, policy, shown) {
    const environment = refOf(target);
    const label = change.version === undefined ? {} : { versionLabel: change.version.label };
    return [
        {
            kind: 'update',
            environment,
            purpose: 'deploy',
            ...label,
            options: change.options,
            removeOptions: change.removeOptions,
        },
        {
            kind: 'settle',
            environment,
            expects: {
                ...expectationOf(target, target.environment.versionLabel),
                ...label,
                options: change.options,
                removedOptions: change.removeOptions,
                raisesDeploymentId: (0,changes/* raisesDeploymentId */._p)(change),
                ...(shown === undefined || !touchesInstances(change) ? {} : { policy: shown }),
            },
            expectedDuration: usualDuration(policy, change, target),
        },
    ];
}
/** What every settle of this environment is compared with. */
function expectationOf(target, runningLabel) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return {
        ...(runningLabel === undefined ? {} : { previousVersionLabel: runningLabel }),
        ...(fleet.deploymentId === undefined ? {} : { previousDeploymentId: fleet.deploymentId }),
        enhancedHealth: fleet.enhancedHealth,
        // Auto Scaling may take instances away meanwhile, but not under the minimum; a fleet at zero stays at zero.
        instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
    };
}
//# sourceMappingURL=in-place.js.map
;// CONCATENATED MODULE: ./lib/strategies/cautions.js
/** What speaks against a strategy on an environment: refusals before anything is changed, and sentences to read before it starts. */



const refusal = (code, what, hint) => ({
    code,
    blame: 'you',
    what,
    hint,
    input: 'strategy',
});
/** Cluster environments run on Kubernetes, which rolls in its own way; deployment policies do not exist there. */
function refuseCluster(target, strategy) {
    if (target.environment.tier !== 'Cluster')
        return [];
    return [
        refusal('strategy-needs-standard-environment', `\`${strategy}\` is not possible on ${target.environment.name}: a Cluster environment has only its own rolling update.`, 'Use `strategy: as-configured`.'),
    ];
}
function refuseSingleInstance(target, strategy) {
    if (!(0,domain_fleet/* fleetOf */.aP)(target).singleInstance)
        return [];
    return [
        refusal('strategy-needs-several-instances', `\`${strategy}\` is not possible on ${target.environment.name}: it is a single-instance environment.`, 'Use `immutable` (no downtime) or `all-at-once`, or make it a load-balanced environment.'),
    ];
}
function refuseWorker(target, strategy) {
    if (target.environment.tier !== 'Worker')
        return [];
    return [
        refusal('strategy-needs-web-tier', `\`${strategy}\` is not possible on ${target.environment.name}: a worker environment has no requests to split.`, 'Use `rolling`, `rolling-with-additional-batch` or `immutable`.'),
    ];
}
function refuseOtherLoadBalancers(target, strategy) {
    const { loadBalancer } = (0,domain_fleet/* fleetOf */.aP)(target);
    if (loadBalancer === 'application' || loadBalancer === 'none')
        return [];
    return [
        refusal('strategy-needs-application-load-balancer', `\`${strategy}\` is not possible on ${target.environment.name}: it needs an Application Load Balancer, and this one is a ${loadBalancer} load balancer.`, 'Use `immutable` or `rolling-with-additional-batch`; the type of a load balancer is fixed when the environment is created.'),
    ];
}
/** A fixed batch may not be larger than the group can become (AWS guide, `BatchSize`). */
function refuseLargeBatch(target, batch) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    if (batch.kind === 'percent' || batch.count <= fleet.maxSize || fleet.singleInstance)
        return [];
    return [
        {
            code: 'batch-size-too-large',
            blame: 'you',
            what: `\`batch-size\` is ${batch.count}, but ${target.environment.name} never has more than ${fleet.maxSize} instances.`,
            hint: `Use at most ${fleet.maxSize}, or a percentage.`,
            input: 'batch-size',
        },
    ];
}
/** Sentences for an update under this policy. */
function cautions(policy, batch, change, target, move) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return [
        ...policyMoves(policy, change, fleet, move),
        ...(isDeployment(change) ? deploymentCautions(policy, batch, fleet) : []),
        ...optionCautions(policy, change, fleet),
    ];
}
const isDeployment = (change) => change.version !== undefined || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
function policyMoves(policy, change, fleet, move) {
    if (move.set.length === 0)
        return [];
    const set = move.set.map((one) => `${one.name}=${one.value}`).join(', ');
    const from = fleet.policy === policy ? '' : ` (deployment policy ${fleet.policy} becomes ${policy})`;
    const after = change.restorePolicy
        ? 'what was there before is put back at the end'
        : 'it stays so afterwards (`restore-policy: true` puts it back)';
    return [`The environment is set to ${set} first, in an update of its own${from}; ${after}.`];
}
function deploymentCautions(policy, batch, fleet) {
    if (fleet.size === 0) {
        return ['The environment has no instance now: nothing can prove that the version runs, and no request is served.'];
    }
    switch (policy) {
        case 'AllAtOnce':
            return fleet.cluster
                ? []
                : ['All instances are updated at the same time: expect some seconds without an answer.'];
        case 'Rolling':
            return [...gated(policy, fleet), ...wholeFleet(batch, fleet)];
        case 'RollingWithAdditionalBatch':
            return [...gated(policy, fleet), ...room((0,domain_fleet/* instancesPerBatch */.Ec)(batch, fleet.size))];
        case 'Immutable':
        case 'TrafficSplitting':
            return [...needsEnhancedHealth(policy, fleet), ...room(fleet.size)];
    }
}
function wholeFleet(batch, fleet) {
    return (0,domain_fleet/* instancesPerBatch */.Ec)(batch, fleet.size) >= fleet.size
        ? [`One batch holds all ${fleet.size} instances: expect some seconds without an answer.`]
        : [];
}
/** Every instance of a batch has to pass twelve checks in a row (AWS guide, "Enhanced health"): a sick one never does. */
function gated(policy, fleet) {
    if (fleet.sick === undefined || fleet.ignoresHealth)
        return [];
    return [
        `The environment is not well (${fleet.sick}) and ${policy} waits for every batch to be healthy: unless this version mends it, the deployment cannot pass. ` +
            '`immutable` or `all-at-once` can, or a lower HealthCheckSuccessThreshold.',
    ];
}
function needsEnhancedHealth(policy, fleet) {
    return fleet.enhancedHealth
        ? []
        : [`${policy} relies on enhanced health to judge the new instances; this environment has basic health.`];
}
const room = (more) => [
    `Up to ${more} more instance${more === 1 ? ' runs' : 's run'} for a while: the account's EC2 quota and the subnets must have room for ${more === 1 ? 'it' : 'them'}.`,
];
const names = (keys) => keys.map((key) => `${key.namespace}:${key.name}`).join(', ');
function optionCautions(policy, change, fleet) {
    const replacing = (0,changes/* touched */.FI)(change).filter(changes/* replacesInstances */.y4);
    const resources = (0,changes/* touched */.FI)(change).filter((key) => !(0,changes/* changesInstances */.sU)(key) && !shapesDeployment(key));
    const found = [];
    if (replacing.length > 0) {
        const how = fleet.rollingUpdates === 'Disabled'
            ? 'all at once, because rolling updates are off'
            : `by the rolling update type ${fleet.rollingUpdates}`;
        found.push(`${names(replacing)} replaces the instances (${how}), whatever the deployment policy is.`);
    }
    if (change.version !== undefined &&
        resources.length > 0 &&
        (policy === 'Immutable' || policy === 'TrafficSplitting')) {
        found.push(`Elastic Beanstalk refuses to change resources in the same update as an ${policy} deployment: change ${names(resources)} in a run of its own.`);
    }
    if (fleet.rollingUpdates === 'Immutable' && policy !== 'Immutable' && resources.length > 0 && isDeployment(change)) {
        found.push('RollingUpdateType is Immutable, which Elastic Beanstalk accepts together with a deployment only when the deployment policy is Immutable too.');
    }
    return found;
}
//# sourceMappingURL=cautions.js.map
// EXTERNAL MODULE: ./lib/domain/environment.js
var domain_environment = __nccwpck_require__(9505);
;// CONCATENATED MODULE: ./lib/strategies/batch-size.js
const batchSize = {
    accepts: 'a share such as `30%` (1% to 100%) or a number of instances such as `2`',
    read: (given) => {
        const [, digits, sign] = /^(\d+)\s*(%?)$/.exec(given) ?? [];
        if (digits === undefined)
            return { because: 'is neither a share nor a number of instances' };
        const value = Number(digits);
        if (value < 1)
            return { because: 'is less than one' };
        if (sign === '%') {
            return value > 100 ? { because: 'is more than 100%' } : { value: { kind: 'percent', percent: value } };
        }
        return value > 10_000 ? { because: 'is more than 10000 instances' } : { value: { kind: 'count', count: value } };
    },
};
//# sourceMappingURL=batch-size.js.map
;// CONCATENATED MODULE: ./lib/strategies/strategy.js
/** How a strategy is written: its options are typed inside, and erased for the registry. */

function strategy_strategy(definition) {
    return {
        summary: definition.summary,
        choose: definition.choose,
        inputs: definition.inputs,
        configure: (name, lookUp) => {
            const { values, failures } = readInputs(definition.inputs, lookUp);
            return failures.length > 0 ? { failures } : { configured: configured(name, definition, values) };
        },
    };
}
function configured(name, definition, options) {
    const refuses = (target) => definition.refuses({ target, options });
    return {
        name,
        refuses,
        warns: (change, target) => definition.warns({ change, target, options }),
        steps: (change, target) => definition.steps({ change, target, options }),
        forecast: (change, target) => ({
            strategy: name,
            ...definition.forecast({ change, target, options }),
            refusals: refuses(target).map((problem) => problem.what),
        }),
        deadline: (change, target) => definition.deadline({ change, target, options }),
    };
}
//# sourceMappingURL=strategy.js.map
;// CONCATENATED MODULE: ./lib/strategies/policies.js
/** The service's deployment policies as strategies: what the five have in common. */










/** The input that `rolling` and `rolling-with-additional-batch` share. */
const BATCH_SIZE = {
    'batch-size': optional(batchSize, {
        help: "Instances per batch, as a share or a number (`rolling`, `rolling-with-additional-batch`); without it the environment's own batch size stays, or becomes 30% when that would be all instances at once.",
    }),
};
/** The wished batch, the environment's own, or 30 % when its own one is everything (the service's default). */
function batchFor(wished, target) {
    if (wished !== undefined)
        return wished;
    const own = (0,domain_fleet/* batchIn */.qK)(target.settings.options);
    return own.kind === 'percent' && own.percent >= 100 ? { kind: 'percent', percent: 30 } : own;
}
/** The policy that the environment would use if nobody said anything, after the user's own options. */
function ownPolicy(change, target) {
    const options = [...change.options, ...target.settings.options];
    const configured = (0,domain_fleet/* policyIn */.iE)(options);
    const evaluation = Number((0,domain_environment/* optionValue */.TN)(options, strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v, 'EvaluationTime') ?? '5');
    // What the service does with a batched policy on one instance is not documented; with one instance it comes to the same.
    const batched = configured === 'Rolling' || configured === 'RollingWithAdditionalBatch';
    return {
        policy: (0,domain_fleet/* fleetOf */.aP)(target).singleInstance && batched ? 'AllAtOnce' : configured,
        batch: (0,domain_fleet/* batchIn */.qK)(options),
        evaluation: (0,domain_time/* minutes */.Gx)(Number.isFinite(evaluation) ? evaluation : 5),
    };
}
/** A strategy that updates the serving environment under one policy. */
function underPolicy(definition) {
    return strategy_strategy({
        summary: definition.summary,
        choose: definition.choose,
        inputs: definition.inputs,
        refuses: ({ target, options }) => definition.refuses(target, options),
        warns: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return cautions(policy.policy, policy.batch, change, target, move);
        },
        steps: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            return inPlaceSteps(change, target, policy, definition.wish(policy, options));
        },
        forecast: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return figures(policy, change, target, updatesAround(move));
        },
        deadline: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return longest(policy, change, target, updatesAround(move));
        },
    });
}
//# sourceMappingURL=policies.js.map
;// CONCATENATED MODULE: ./lib/strategies/all-at-once.js
/** `all-at-once`: every instance takes the version at the same time. */




const allAtOnce = underPolicy({
    summary: 'policy AllAtOnce: every instance at the same time',
    choose: 'some seconds of downtime do not matter and speed does',
    inputs: {},
    refuses: (target) => refuseCluster(target, 'all-at-once'),
    policy: () => ({ policy: 'AllAtOnce', batch: { kind: 'percent', percent: 100 }, evaluation: (0,domain_time/* minutes */.Gx)(0) }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=all-at-once.js.map
;// CONCATENATED MODULE: ./lib/strategies/as-configured.js
/** `as-configured`: the environment's own deployment policy decides. */

const asConfigured = underPolicy({
    summary: "the environment's own deployment policy decides",
    choose: 'the environment is configured as you want it',
    inputs: {},
    refuses: () => [],
    policy: (_options, target, change) => ownPolicy(change, target),
    wish: () => undefined,
});
//# sourceMappingURL=as-configured.js.map
;// CONCATENATED MODULE: ./lib/strategies/immutable.js
/** `immutable`: a full set of new instances beside the old ones, which go only when all new ones are healthy. */




const immutable = underPolicy({
    summary: 'policy Immutable: a full set of new instances, then the old ones go',
    choose: 'a failed deployment must leave the old instances untouched',
    inputs: {},
    refuses: (target) => refuseCluster(target, 'immutable'),
    policy: () => ({ policy: 'Immutable', batch: { kind: 'percent', percent: 100 }, evaluation: (0,domain_time/* minutes */.Gx)(0) }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=immutable.js.map
;// CONCATENATED MODULE: ./lib/strategies/rolling.js
/** `rolling`: batch after batch, each out of service while it is updated. */




const rolling = underPolicy({
    summary: 'policy Rolling: batch after batch, each out of service while it is updated',
    choose: 'the rest of the fleet can carry the load of one batch',
    inputs: BATCH_SIZE,
    refuses: (target, options) => [
        ...refuseCluster(target, 'rolling'),
        ...refuseSingleInstance(target, 'rolling'),
        ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
    ],
    policy: (options, target) => ({
        policy: 'Rolling',
        batch: batchFor(options['batch-size'], target),
        evaluation: (0,domain_time/* minutes */.Gx)(0),
    }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=rolling.js.map
;// CONCATENATED MODULE: ./lib/strategies/rolling-with-additional-batch.js
/** `rolling-with-additional-batch`: as `rolling`, with a batch of new instances first, so that capacity never drops. */




const rollingWithAdditionalBatch = underPolicy({
    summary: 'policy RollingWithAdditionalBatch: a new batch first, then batch after batch at full capacity',
    choose: 'capacity must not drop and extra cost should be small',
    inputs: BATCH_SIZE,
    refuses: (target, options) => [
        ...refuseCluster(target, 'rolling-with-additional-batch'),
        ...refuseSingleInstance(target, 'rolling-with-additional-batch'),
        ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
    ],
    policy: (options, target) => ({
        policy: 'RollingWithAdditionalBatch',
        batch: batchFor(options['batch-size'], target),
        evaluation: (0,domain_time/* minutes */.Gx)(0),
    }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=rolling-with-additional-batch.js.map
;// CONCATENATED MODULE: ./lib/strategies/traffic-splitting.js
/** `traffic-splitting`: new instances get a share of the requests for some minutes before they get all of them. */





const trafficSplitting = underPolicy({
    summary: 'policy TrafficSplitting: new instances get a share of the requests first, then all',
    choose: 'real requests should judge the version before everybody gets it',
    inputs: {
        // Ranges: AWS guide, namespace aws:elasticbeanstalk:trafficsplitting.
        'traffic-percent': withDefault(percent(1, 100), '10', {
            help: 'Share of the requests that the new instances get while they are evaluated (`traffic-splitting`).',
        }),
        'evaluation-minutes': withDefault(count(3, 600), '5', {
            help: 'Minutes of evaluation before the new instances get all requests (`traffic-splitting`).',
        }),
    },
    refuses: (target) => [
        ...refuseCluster(target, 'traffic-splitting'),
        ...refuseSingleInstance(target, 'traffic-splitting'),
        ...refuseWorker(target, 'traffic-splitting'),
        ...refuseOtherLoadBalancers(target, 'traffic-splitting'),
    ],
    policy: (options) => ({
        policy: 'TrafficSplitting',
        batch: { kind: 'percent', percent: 100 },
        evaluation: (0,domain_time/* minutes */.Gx)(options['evaluation-minutes']),
    }),
    wish: (policy, options) => policyRequest(policy, options['traffic-percent']),
});
//# sourceMappingURL=traffic-splitting.js.map
;// CONCATENATED MODULE: ./lib/strategies/index.js
/** The registry: a strategy is one file and one line here; names, inputs, documentation and error texts follow from it. */






const STRATEGIES = {
    'as-configured': asConfigured,
    'all-at-once': allAtOnce,
    rolling: rolling,
    'rolling-with-additional-batch': rollingWithAdditionalBatch,
    immutable: immutable,
    'traffic-splitting': trafficSplitting,
};
const isStrategyName = (name) => Object.hasOwn(STRATEGIES, name);
const STRATEGY_NAMES = Object.keys(STRATEGIES).filter(isStrategyName);
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./lib/inputs/did-you-mean.js
/** The known word that a mistyped one was probably meant to be. */

const plain = (word) => word.toLowerCase().replaceAll('_', '-');
/** `undefined` when nothing is near enough: a wrong guess is worse than none. */
function didYouMean(word, known) {
    if (known.length === 0 || word === '')
        return undefined;
    const byPlain = new Map(known.map((one) => [plain(one), one]));
    const nearest = (0,mod/* closest */.kp)(plain(word), [...byPlain.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, nearest.length) / 3));
    if ((0,mod/* distance */.Io)(plain(word), nearest) <= allowed)
        return byPlain.get(nearest);
    // "label" for "version-label", "rolling-extra" for "rolling": a part that only one of them has.
    const parts = known.filter((one) => plain(word).length >= 4 && plain(one).split('-').includes(plain(word)));
    return parts.length === 1 ? parts[0] : undefined;
}
//# sourceMappingURL=did-you-mean.js.map
;// CONCATENATED MODULE: ./lib/inputs/input-problems.js

const LONGEST_VALUE = 60;
const shown = (value) => value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
function problemOf(failure) {
    const { name, declaration } = failure;
    const { accepts, choices, secret } = declaration.kind;
    if (failure.state === 'missing') {
        return {
            code: 'missing-input',
            blame: 'you',
            what: `\`${name}\` is missing.`,
            hint: `Give ${accepts}: ${declaration.help}`,
            input: name,
        };
    }
    const meant = failure.wrong === undefined || choices === undefined ? undefined : didYouMean(failure.wrong, choices);
    const what = secret === true ? `\`${name}\`` : `\`${name}\` is "${shown(failure.text)}", which`;
    return {
        code: 'wrong-input',
        blame: 'you',
        what: `${what} ${failure.because}.`,
        hint: meant === undefined ? `Write ${accepts}.` : `Did you mean \`${meant}\`? It can be ${accepts}.`,
        input: name,
    };
}
const contradiction = (input, what, hint) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what,
    hint,
    input,
});
//# sourceMappingURL=input-problems.js.map
;// CONCATENATED MODULE: ./lib/inputs/workspace-path.js
/** Paths as workflows write them, kept inside the workspace. Text only; symbolic links are looked at where files are read. */
const isWindowsPath = (path) => /^[A-Za-z]:[\\/]/.test(path);
/** The separator of the platform that this absolute path comes from. */
const separatorOf = (absolute) => (isWindowsPath(absolute) || absolute.startsWith('\\\\') ? '\\' : '/');
/** Absolute and without `.` and `..`; `undefined` when it leads out of the workspace. */
function insideWorkspace(workspace, given) {
    const separator = separatorOf(workspace);
    const windows = separator === '\\';
    const same = windows ? given.replaceAll('/', '\\') : given;
    const absolute = windows ? isWindowsPath(same) || same.startsWith('\\') : same.startsWith('/');
    const from = absolute ? same : `${workspace}${separator}${same}`;
    const resolved = normalised(from, separator);
    return resolved !== undefined && contains(normalised(workspace, separator) ?? workspace, resolved)
        ? resolved
        : undefined;
}
/** The same path or one below it. Windows does not tell capitals from small letters. */
function contains(workspace, path) {
    const separator = separatorOf(workspace);
    const compared = (text) => (separator === '\\' ? text.toLowerCase() : text);
    const root = compared(workspace.endsWith(separator) ? workspace : `${workspace}${separator}`);
    return compared(`${path}${separator}`).startsWith(root);
}
function normalised(path, separator) {
    const parts = [];
    for (const part of path.split(separator)) {
        if (part === '.' || (part === '' && parts.length > 0))
            continue;
        if (part === '..') {
            // Above the root of the file system there is nothing.
            if (parts.length <= 1)
                return undefined;
            parts.pop();
        }
        else
            parts.push(part);
    }
    const joined = parts.join(separator);
    return joined === '' ? separator : joined;
}
//# sourceMappingURL=workspace-path.js.map
;// CONCATENATED MODULE: ./lib/inputs/places.js



const problem = (code, input, what, hint) => ({
    problem: { code, blame: 'you', what, hint, input },
});
/** The absolute path that an input names. Reads the file system, changes nothing. */
async function place(files, workspace, input, given, wanted) {
    const outside = () => problem('path-outside-workspace', input, `\`${input}\` is "${shown(given)}", which leads out of the workspace.`, 'Put it inside the workspace and give its path from there.');
    const path = insideWorkspace(workspace, given);
    if (path === undefined)
        return outside();
    try {
        if ((await files.stat(path)) === undefined) {
            return problem('path-not-found', input, `\`${input}\` is "${shown(given)}", which is not there.`, `Give a ${wanted} inside the workspace; is there a step before this one that makes it or checks it out?`);
        }
        const real = await files.realPath(path);
        if (!contains(await files.realPath(workspace), real))
            return outside();
        const kind = (await files.stat(real))?.kind;
        if (kind !== wanted) {
            const found = kind === 'file' || kind === 'directory' ? `a ${kind}` : 'something else';
            return problem('path-of-wrong-kind', input, `\`${input}\` is "${shown(given)}", which is ${found} and not a ${wanted}.`, `Give the path of a ${wanted}.`);
        }
        return { path };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { problem: { ...error.problem, input } };
    }
}
/** Nothing that could go into a bundle: no checkout took place. */
async function isEmptyWorkspace(files, workspace) {
    try {
        return (await files.list(workspace)).every((name) => name === '.git');
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return true;
    }
}
//# sourceMappingURL=places.js.map
;// CONCATENATED MODULE: ./lib/inputs/bundle-source.js


async function readBundleSource(values, files, workspace, lookUp) {
    const archive = values['deployment-package-path'];
    const directory = values['source-directory'];
    const problems = [];
    // Both are looked at even when only one may be given: a run shall name everything that is wrong.
    const archivePlace = archive === undefined ? undefined : await place(files, workspace, 'deployment-package-path', archive, 'file');
    const directoryPlace = directory === undefined ? undefined : await place(files, workspace, 'source-directory', directory, 'directory');
    for (const found of [archivePlace, directoryPlace]) {
        if (found !== undefined && 'problem' in found)
            problems.push(found.problem);
    }
    if (archive !== undefined && directory !== undefined) {
        problems.push(contradiction('source-directory', 'Both `deployment-package-path` and `source-directory` are given, and a version has one source.', 'Keep one of them.'));
    }
    const label = values['version-label'];
    const kind = await sourceKind(values, files, workspace);
    if (kind !== 'bundle') {
        problems.push(...withoutBundle(kind, values, lookUp('version-label') !== ''));
        return label === undefined || kind === 'none' || problems.length > 0
            ? { problems }
            : { source: { kind: 'existing-version', label }, problems };
    }
    if (problems.length > 0)
        return { problems };
    if (archivePlace !== undefined && 'path' in archivePlace) {
        return { source: { kind: 'archive', path: archivePlace.path }, problems };
    }
    return {
        source: {
            kind: 'directory',
            path: directoryPlace !== undefined && 'path' in directoryPlace ? directoryPlace.path : workspace,
            exclude: values['exclude-patterns'] ?? [],
            symlinks: values.symlinks ?? 'preserve',
        },
        problems,
    };
}
/** `auto`: without any source, a workspace that holds nothing can only mean an existing version, or none at all. */
async function sourceKind(values, files, workspace) {
    const asked = values['version-source'] ?? 'auto';
    if (asked !== 'auto')
        return asked;
    const given = values['deployment-package-path'] ?? values['source-directory'];
    if (given !== undefined || !(await isEmptyWorkspace(files, workspace)))
        return 'bundle';
    if (values['version-label'] !== undefined)
        return 'existing';
    return values['option-settings'] !== undefined || values['environment-variables'] !== undefined ? 'none' : 'bundle';
}
function withoutBundle(kind, values, labelGiven) {
    const problems = [];
    for (const input of ['deployment-package-path', 'source-directory']) {
        if (values[input] !== undefined) {
            problems.push(contradiction(input, `\`${input}\` is given, but with \`version-source: ${kind}\` nothing is bundled.`, 'Remove one of the two.'));
        }
    }
    if (kind === 'existing' && !labelGiven) {
        problems.push(contradiction('version-label', '`version-source: existing` needs `version-label`.', 'Name the version to deploy.'));
    }
    if (kind === 'none' && labelGiven) {
        problems.push(contradiction('version-label', '`version-label` is given, but with `version-source: none` no version is deployed.', 'Use `version-source: existing` to deploy the version of that label, or remove the label.'));
    }
    if (kind === 'none' && values['option-settings'] === undefined && values['environment-variables'] === undefined) {
        problems.push(contradiction('version-source', '`version-source: none` without `option-settings` and `environment-variables` leaves nothing to do.', 'Say what shall change.'));
    }
    return problems;
}
//# sourceMappingURL=bundle-source.js.map
;// CONCATENATED MODULE: ./lib/inputs/migration-inputs.js
/** Inputs of aws-actions/aws-elasticbeanstalk-deploy that are accepted so that its workflows run unchanged; what differs is said. */

const MIGRATION_INPUTS = {
    'use-existing-application-version-if-available': optional(flag, {
        help: '`true` means `on-label-conflict: reuse`, `false` means `on-label-conflict: fail`; without it a label that exists with other content is never deployed by mistake.',
        aws: true,
    }),
    'create-environment-if-not-exists': withDefault(flag, 'false', {
        help: 'Accepted; environments are not created in this release, and a missing one is a problem.',
        aws: true,
    }),
    'create-application-if-not-exists': withDefault(flag, 'false', {
        help: 'Accepted; applications are not created in this release, and a missing one is a problem.',
        aws: true,
    }),
    'create-s3-bucket-if-not-exists': withDefault(flag, 'true', {
        help: 'Accepted; Elastic Beanstalk itself provides its bucket when it is missing, and a bucket of your own must exist.',
        aws: true,
    }),
    'cname-prefix': optional(input_text('4 to 63 letters, digits and hyphens', { pattern: /^[A-Za-z0-9-]{4,63}$/, because: 'is not a CNAME prefix' }), {
        help: 'Accepted without effect: the CNAME is chosen when an environment is created.',
        aws: true,
    }),
    'max-retries': optional(count(0, 10), {
        help: 'Accepted without effect: calls are repeated as often as their kind of failure deserves.',
        aws: true,
    }),
    'retry-delay': optional(count(1, 60), {
        help: 'Accepted without effect: pauses follow what the service answers.',
        aws: true,
    }),
    'mask-resource-identifiers': withDefault(flag, 'false', {
        help: 'Accepted without effect: the log names the resources it is about.',
        aws: true,
    }),
    'verbose-logging': withDefault(flag, 'false', {
        help: "Accepted without effect: the runner's debug logging shows every call.",
        aws: true,
    }),
};
//# sourceMappingURL=migration-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/accepted-health.js
/** Which health counts as proof, from the words of the input `accept-health`. */

const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
const HEALTH_WORDS = [...domain_environment/* HEALTH_STATUSES */.i9, ...COLORS, 'not-worse'];
const isColor = (word) => COLORS.some((color) => color === word);
const isStatus = (word) => domain_environment/* HEALTH_STATUSES */.i9.some((status) => status === word);
/**
 * Statuses judge enhanced health and colours basic health, so each side is filled from the other: `Green` accepts Ok
 * and Info, and `Ok, Info` accepts Green where there are only colours.
 */
function acceptedHealth(words) {
    if (words.includes('not-worse'))
        return { kind: 'not-worse' };
    const statuses = words.filter(isStatus);
    const colors = words.filter(isColor);
    return {
        kind: 'statuses',
        statuses: domain_environment/* HEALTH_STATUSES */.i9.filter((status) => statuses.includes(status) || colors.includes((0,domain_environment/* colorOf */.HN)(status))),
        colors: COLORS.filter((color) => colors.includes(color) || statuses.some((status) => (0,domain_environment/* colorOf */.HN)(status) === color)),
    };
}
//# sourceMappingURL=accepted-health.js.map
;// CONCATENATED MODULE: ./lib/inputs/rollout-inputs.js
/** Inputs that say when a rollout counts as done, how long it may take, and what happens when it does not go well. */



const PROOF_INPUTS = {
    'accept-health': withDefault(words(HEALTH_WORDS), 'Ok, Info', {
        help: 'Health that counts as success, as statuses or colours; `not-worse` compares with the health before the rollout.',
    }),
    'stable-for': withDefault(duration(0, (0,domain_time/* hours */.c$)(6)), '30s', {
        help: 'How long accepted health must last without a bad sample.',
    }),
    'health-grace': withDefault(duration(0, (0,domain_time/* hours */.c$)(6)), '5m', {
        help: 'How long to wait for accepted health after the update has ended.',
    }),
    'wait-for-deployment': withDefault(flag, 'true', {
        help: '`false`: end as soon as the update has been accepted, with the outcome `started`.',
        aws: true,
    }),
    'wait-for-environment-recovery': withDefault(flag, 'true', {
        help: '`false`: health is shown, not judged, and the outcome says so.',
        aws: true,
    }),
    'poll-interval': optional(duration(250, (0,domain_time/* minutes */.Gx)(5)), {
        help: 'Fixed time between two looks; without it the pace adapts to what is going on.',
    }),
};
const ENDING_INPUTS = {
    timeout: optional(duration((0,domain_time/* seconds */.YA)(1)), {
        help: 'Limit for the whole rollout; without it, it is computed from the strategy and the size of the environment.',
    }),
    'deployment-timeout': optional(duration((0,domain_time/* seconds */.YA)(1)), {
        help: 'The same as `timeout`; seconds when no unit is given, and without the upper limit of 3600.',
        aws: true,
    }),
    'on-failure': withDefault(choice(['abort', 'none', 'rollback']), 'abort', {
        help: 'When the rollout has failed and the update still runs: abort it, or leave it alone (`rollback` is not available in this release).',
    }),
    'on-timeout': withDefault(choice(['leave', 'abort']), 'leave', {
        help: 'When time is up: leave the update running and say so, or abort it.',
    }),
    'on-cancel': withDefault(choice(['abort', 'leave']), 'abort', {
        help: 'When the workflow is cancelled: abort the update that this run started, or leave it running.',
    }),
    'on-busy': withDefault(choice(['wait', 'fail', 'abort-ours']), 'wait', {
        help: 'When the environment is busy with another operation: wait for its end, fail, or abort it when an earlier run of this action started it.',
    }),
    'busy-timeout': withDefault(duration(0, (0,domain_time/* hours */.c$)(12)), '15m', {
        help: 'How long to wait for a busy environment.',
    }),
    'logs-on-failure': withDefault(choice(['tail', 'none']), 'tail', {
        help: 'Fetch the lines of the deployment log that matter when the rollout fails.',
    }),
    'job-summary': withDefault(flag, 'true', { help: 'Write a summary of the rollout to the page of the run.' }),
};
//# sourceMappingURL=rollout-inputs.js.map
;// CONCATENATED MODULE: ./lib/operations/unchanged.js
/** The reason, or `undefined` when the rollout has to take place. "Cannot tell" means that it has to. */
function whyUnchanged(change, settings, target) {
    if (change.options.length + change.removeOptions.length > 0)
        return undefined;
    const { version } = change;
    if (version === undefined)
        return 'every option and variable has its value already';
    // A bundle that has yet to become a version cannot be running; one whose object is gone has to be uploaded again.
    if (version.kind === 'bundle' && !(version.reuse.version && version.reuse.object))
        return undefined;
    const { environment, instances, draft } = target;
    if (environment.versionLabel !== version.label || environment.status !== 'Ready')
        return undefined;
    if (draft !== undefined || !accepts(settings.acceptHealth, target))
        return undefined;
    const reports = instances?.instances ?? [];
    const ids = new Set(reports.map((one) => one.deployment?.id));
    const everywhere = reports.every(({ deployment }) => deployment?.versionLabel === version.label && deployment.status === 'Deployed');
    if (reports.length === 0 || !everywhere || ids.size !== 1)
        return undefined;
    const all = reports.length === 1 ? 'the only instance runs' : `all ${reports.length} instances run`;
    const health = environment.healthStatus === undefined ? '' : `, health is ${environment.healthStatus}`;
    return `${all} ${version.label} already${health}, and no option differs`;
}
function accepts(accepted, { environment }) {
    switch (accepted.kind) {
        case 'any':
        case 'not-worse':
            return true;
        case 'statuses':
            return environment.healthStatus === undefined
                ? accepted.colors.includes(environment.health)
                : accepted.statuses.includes(environment.healthStatus);
    }
}
//# sourceMappingURL=unchanged.js.map
;// CONCATENATED MODULE: ./lib/operations/deploy.js
/** `deploy`: a version, options and variables for an environment that exists, planned from what is there. */




/** What is different afterwards: only options that do not have their value, and only removals of what is there. */
function deployChange({ settings, snapshot, version }) {
    const deployed = snapshot.target.settings.options;
    const property = (name) => ({ namespace: domain_fleet/* PROPERTIES_NAMESPACE */.G2, name });
    const variables = Object.entries(settings.environmentVariables.set).map(([name, value]) => ({
        ...property(name),
        value,
    }));
    return {
        application: settings.application,
        ...(version === undefined ? {} : { version }),
        options: (0,changes/* differing */.R1)([...settings.options, ...variables], deployed),
        removeOptions: (0,changes/* present */.Eb)(settings.environmentVariables.remove.map(property), deployed),
        restorePolicy: settings.restorePolicy,
    };
}
function planDeploy(request) {
    const { settings, snapshot, version } = request;
    const { target } = snapshot;
    const { strategy } = settings;
    const change = deployChange(request);
    const problems = [
        ...strategy.refuses(target),
        ...refusePlatformMove(settings, snapshot),
        ...refuseInvalidOptions(request.validation),
    ];
    if (problems.length > 0)
        return { kind: 'refused', problems };
    const unchanged = whyUnchanged(change, settings, target);
    const { environment } = target;
    return {
        kind: 'plan',
        plan: {
            operation: 'deploy',
            strategy: strategy.name,
            environment: { id: environment.id, name: environment.name },
            application: settings.application,
            ...(version === undefined ? {} : { versionLabel: version.label }),
            steps: unchanged === undefined ? strategy.steps(change, target) : [],
            forecast: strategy.forecast(change, target),
            comparison: settings.allStrategies.map((one) => 
            // The caller's own one may be configured in more detail than the list.
            (one.name === strategy.name ? strategy : one).forecast(change, target)),
            warnings: unchanged === undefined ? warningsOf(request, change) : target.blindSpots,
            timeout: settings.timeout ?? timeoutOf(settings, change, snapshot),
            ...(unchanged === undefined ? {} : { unchanged }),
        },
    };
}
/** One deadline: what the service may take, the wait for health behind it, and the upload before it. */
function timeoutOf(settings, change, { target }) {
    const { version } = change;
    const upload = version?.kind === 'bundle' && !version.reuse.object
        ? // Half a megabyte a second is slow for a runner; the rest is for connections that have to be made again.
            (0,domain_time/* minutes */.Gx)(5) + (0,domain_time/* seconds */.YA)(Math.ceil(version.bytes / 500_000))
        : 0;
    return settings.strategy.deadline(change, target) + settings.healthGrace + settings.stableFor + upload;
}
function warningsOf({ settings, snapshot, validation }, change) {
    const { target } = snapshot;
    const draft = target.draft?.deploymentStatus;
    return [
        ...settings.strategy.warns(change, target),
        ...validation.filter((one) => one.severity === 'warning').map((one) => `${named(one)}${one.message}`),
        ...(draft === 'failed'
            ? ['A configuration change failed earlier, and the environment still shows its draft.']
            : []),
        ...((0,domain_fleet/* fleetOf */.aP)(target).enhancedHealth || (0,domain_fleet/* fleetOf */.aP)(target).cluster
            ? []
            : ['With basic health no instance says what it runs: the proof can only be the state of the environment.']),
        ...(settings.acceptHealth.kind === 'any'
            ? ['Health is shown, not judged (`wait-for-environment-recovery: false`).']
            : []),
        ...target.blindSpots,
    ];
}
const named = ({ namespace, name }) => name === undefined ? '' : `${namespace === undefined ? '' : `${namespace}:`}${name}: `;
const refuseInvalidOptions = (validation) => validation
    .filter((one) => one.severity === 'error')
    .map((one) => ({
    code: 'invalid-option',
    blame: 'you',
    what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
    hint: 'Correct it in `option-settings` or `environment-variables`; names and values are in the AWS guide, "General options for all environments".',
    input: 'option-settings',
}));
/** AWS's own action moves the platform when it differs; a deployment that silently replaces the platform is no deployment. */
function refusePlatformMove({ platform }, { target }) {
    const { solutionStack, platformArn, name } = target.environment;
    const refuse = (input, wished, has) => ({
        code: 'platform-differs',
        blame: 'you',
        what: `\`${input}\` is "${wished}", but ${name} runs on ${has === undefined ? 'another platform' : `"${has}"`}.`,
        hint: `Remove \`${input}\`: moving an environment to another platform is not part of this release.`,
        input,
    });
    return [
        ...(platform?.solutionStack !== undefined && platform.solutionStack !== solutionStack
            ? [refuse('solution-stack-name', platform.solutionStack, solutionStack)]
            : []),
        ...(platform?.arn !== undefined && platform.arn !== platformArn
            ? [refuse('platform-arn', platform.arn, platformArn)]
            : []),
    ];
}
//# sourceMappingURL=deploy.js.map
;// CONCATENATED MODULE: ./lib/operations/index.js
/** The registry of operations: one line each; the values of the input `operation` follow from it. */

const OPERATIONS = {
    deploy: { summary: 'bring a version, or changed options, to an environment that exists', plan: planDeploy },
};
const isOperationName = (name) => Object.hasOwn(OPERATIONS, name);
const OPERATION_NAMES = Object.keys(OPERATIONS).filter(isOperationName);
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./lib/inputs/target-inputs.js
/** Inputs that say what is done, where, and under which strategy. */



/** `us-gov-west-1`, `mx-central-1`, `cn-north-1`: no list of prefixes, so that a new region needs no release. */
const REGION = { pattern: /^[a-z]{2,}(-[a-z]+)+-\d+$/, because: 'does not look like a region such as eu-west-1' };
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
    pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
    because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
/** AWS API reference, CreateApplication: ApplicationName. */
const APPLICATION = {
    pattern: /^[^/]{1,100}$/,
    because: 'is not an application name (up to 100 characters, no slash)',
};
const TARGET_INPUTS = {
    'aws-region': required(input_text('a region such as `eu-west-1`', REGION), {
        help: 'Region of the environment.',
        aws: true,
    }),
    'application-name': required(input_text('the name of an application', APPLICATION), {
        help: 'Elastic Beanstalk application.',
        aws: true,
    }),
    'environment-name': required(input_text('the name of an environment', ENVIRONMENT), {
        help: 'Elastic Beanstalk environment to deploy to; it must exist.',
        aws: true,
    }),
    operation: withDefault(choice(OPERATION_NAMES), 'deploy', { help: 'What to do.' }),
    'dry-run': withDefault(flag, 'false', {
        help: 'Show the plan and compare all strategies for this environment; nothing is changed.',
    }),
    strategy: withDefault(choice(STRATEGY_NAMES), 'as-configured', {
        help: 'How the version reaches the instances; see docs/strategies.md.',
    }),
    'restore-policy': withDefault(flag, 'false', {
        help: "Put the environment's own deployment policy back when the strategy had to change it.",
    }),
};
const CONFIGURATION_INPUTS = {
    'option-settings': optional(input_document('JSON or YAML, or the path of a file in the workspace'), {
        help: 'Options to change in the same update: a list of `Namespace`, `OptionName`, `Value`, or a map from namespace to options, as JSON or YAML, inline or as the path of a file in the workspace.',
        aws: true,
    }),
    'environment-variables': optional(pairs, {
        help: 'Environment properties to set in the same update, one `KEY=value` a line; `KEY=` removes the key and all others stay; values are never printed.',
    }),
    'solution-stack-name': optional(input_text('the name of a solution stack'), {
        help: 'Accepted when it is what the environment runs on already; moving an environment to another platform is not part of this release.',
        aws: true,
    }),
    'platform-arn': optional(input_text('the ARN of a platform version'), {
        help: 'Accepted when it is what the environment runs on already; moving an environment to another platform is not part of this release.',
        aws: true,
    }),
};
//# sourceMappingURL=target-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/version-inputs.js
/** Inputs that say which version is deployed, and where its bundle comes from. */

/** AWS API reference, CreateApplicationVersion: VersionLabel; it also becomes part of an S3 key. */
const LABEL = {
    pattern: /^(?!\s)[^/\\\p{Cc}]{1,100}(?<!\s)$/u,
    because: 'is not a version label (up to 100 characters, no slash, no line break)',
};
/** Amazon S3 user guide, "Bucket naming rules". */
const BUCKET = { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, because: 'is not a bucket name' };
const VERSION_INPUTS = {
    'version-label': optional(input_text('a label of up to 100 characters without slashes', LABEL), {
        help: 'Label of the version; without it `<first 7 of the commit>-<first 8 of the content hash>`.',
        aws: true,
    }),
    'version-source': withDefault(choice(['auto', 'bundle', 'existing', 'none']), 'auto', {
        help: '`bundle`: make the version from the workspace or the given package; `existing`: deploy the version that `version-label` names; `none`: change only options and variables; `auto`: `bundle`, unless nothing is given and the workspace is empty.',
    }),
    'deployment-package-path': optional(path('file'), {
        help: 'Archive (zip, war, jar) that is the bundle.',
        aws: true,
    }),
    'source-directory': optional(path('directory'), {
        help: 'Directory to make the bundle from; without it and without a package it is the whole workspace.',
        aws: true,
    }),
    'exclude-patterns': optional(list('patterns as in `.gitignore`, separated by commas or line breaks'), {
        help: 'Patterns of files to leave out, on top of `.ebignore` (else `.gitignore`) and the built-in list.',
        aws: true,
    }),
    symlinks: withDefault(choice(['preserve', 'follow']), 'preserve', {
        help: 'Keep symbolic links as links, or put what they point to into the bundle.',
        aws: true,
    }),
    'on-label-conflict': withDefault(choice(['suffix', 'fail', 'reuse']), 'suffix', {
        help: 'What to do when the label exists with other content: deploy under `<label>-<hash>`, fail, or deploy what the label holds.',
    }),
    's3-bucket-name': optional(input_text('the name of a bucket', BUCKET), {
        help: "Bucket for bundles, in the environment's region; it must exist. Without it the bucket that Elastic Beanstalk provides is used.",
        aws: true,
    }),
    comment: withDefault(input_text('up to 150 characters', { pattern: /^.{0,150}$/su, because: 'is longer than 150 characters' }), '', {
        help: 'Sentence for the description of the version.',
    }),
};
//# sourceMappingURL=version-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/declarations.js





const COMMON_INPUTS = {
    ...TARGET_INPUTS,
    ...VERSION_INPUTS,
    ...CONFIGURATION_INPUTS,
    ...PROOF_INPUTS,
    ...ENDING_INPUTS,
    ...MIGRATION_INPUTS,
};
/** Inputs of the strategies by name, with the strategies that read them. */
const STRATEGY_INPUTS = gather();
function gather() {
    const found = new Map();
    for (const [strategy, { inputs }] of Object.entries(STRATEGIES)) {
        for (const [name, declaration] of Object.entries(inputs)) {
            const strategies = [...(found.get(name)?.strategies ?? []), strategy];
            found.set(name, { declaration, strategies });
        }
    }
    return found;
}
/** All inputs as `action.yml` and the README show them. */
const INPUT_GROUPS = [
    { title: 'What, where, how', inputs: TARGET_INPUTS },
    {
        title: 'Of single strategies',
        inputs: Object.fromEntries([...STRATEGY_INPUTS].map(([name, { declaration }]) => [name, declaration])),
    },
    { title: 'The version', inputs: VERSION_INPUTS },
    { title: 'Configuration', inputs: CONFIGURATION_INPUTS },
    { title: 'What counts as success', inputs: PROOF_INPUTS },
    { title: 'Limits and endings', inputs: ENDING_INPUTS },
    { title: "Accepted from AWS's own action", inputs: MIGRATION_INPUTS },
];
const INPUT_NAMES = INPUT_GROUPS.flatMap(({ inputs }) => Object.keys(inputs));
//# sourceMappingURL=declarations.js.map
;// CONCATENATED MODULE: ./lib/inputs/contradictions.js





function contradictions(situation) {
    return [
        ...otherStrategies(situation),
        ...policyTwice(situation),
        ...variablesTwice(situation),
        ...timeouts(situation),
        ...health(situation),
        ...notWaiting(situation),
        ...labelConflict(situation),
        ...packaging(situation),
        ...notYet(situation),
    ];
}
/** Defaults of strategy inputs are never written to `action.yml`, so a text here was really given. */
function otherStrategies({ values, lookUp }) {
    const { strategy } = values;
    if (strategy === undefined)
        return [];
    return [...STRATEGY_INPUTS]
        .filter(([name, { strategies }]) => lookUp(name) !== '' && !strategies.includes(strategy))
        .map(([name, { strategies }]) => contradiction(name, `\`${name}\` is given, but \`strategy: ${strategy}\` does not use it.`, `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`));
}
function policyTwice({ values, options }) {
    if (values.strategy === undefined || values.strategy === 'as-configured')
        return [];
    return options
        .filter((one) => one.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v ||
        (one.namespace === strategy/* COMMAND_NAMESPACE */.K && ['DeploymentPolicy', 'BatchSize', 'BatchSizeType'].includes(one.name)))
        .map((one) => contradiction('option-settings', `\`option-settings\` sets ${one.name}, which \`strategy: ${values.strategy ?? ''}\` sets too.`, 'Leave it to the strategy and its inputs, or use `strategy: as-configured`.'));
}
function variablesTwice({ values, options }) {
    const { set = {}, remove = [] } = values['environment-variables'] ?? {};
    return options
        .filter((one) => one.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2)
        .filter((one) => remove.includes(one.name) || (Object.hasOwn(set, one.name) && set[one.name] !== one.value))
        .map((one) => contradiction('environment-variables', `\`environment-variables\` and \`option-settings\` disagree about ${one.name}.`, 'Keep it in one of them.'));
}
function timeouts({ values, lookUp }) {
    const { timeout, 'deployment-timeout': aws } = values;
    const both = timeout !== undefined && aws !== undefined && timeout !== aws;
    const limit = timeout ?? aws;
    // A short limit alone is fine: its default is what the runner hands over when nobody spoke of `stable-for`.
    const stable = ['', '30s'].includes(lookUp('stable-for')) ? undefined : values['stable-for'];
    return [
        ...(both
            ? [
                contradiction('deployment-timeout', `\`timeout\` is ${(0,domain_time/* formatDuration */.a3)(timeout)} and \`deployment-timeout\` is ${(0,domain_time/* formatDuration */.a3)(aws)}, and they mean the same.`, 'Keep `timeout`.'),
            ]
            : []),
        ...(limit !== undefined && stable !== undefined && limit <= stable
            ? [
                contradiction('stable-for', `\`stable-for\` is ${(0,domain_time/* formatDuration */.a3)(stable)}, which does not fit into a limit of ${(0,domain_time/* formatDuration */.a3)(limit)}.`, 'Raise `timeout` or lower `stable-for`.'),
            ]
            : []),
    ];
}
function health({ values, lookUp }) {
    const accepted = values['accept-health'] ?? [];
    const isDefault = ['', 'Ok, Info'].includes(lookUp('accept-health'));
    return [
        ...(accepted.includes('not-worse') && accepted.length > 1
            ? [contradiction('accept-health', '`accept-health` mixes `not-worse` with fixed values.', 'Keep one of the two.')]
            : []),
        ...(values['wait-for-environment-recovery'] === false && !isDefault
            ? [
                contradiction('accept-health', '`accept-health` is given, but `wait-for-environment-recovery: false` judges no health.', 'Remove one of the two.'),
            ]
            : []),
    ];
}
function notWaiting({ values }) {
    return values['wait-for-deployment'] === false && values['restore-policy'] === true
        ? [
            contradiction('restore-policy', '`restore-policy: true` needs the end of the deployment, and `wait-for-deployment: false` does not wait for it.', 'Remove one of the two.'),
        ]
        : [];
}
function labelConflict({ values }) {
    const aws = values['use-existing-application-version-if-available'];
    const ours = values['on-label-conflict'];
    // `suffix` is the default, which the runner hands over as if it had been given.
    if (aws === undefined || ours === undefined || ours === 'suffix' || ours === (aws ? 'reuse' : 'fail'))
        return [];
    return [
        contradiction('use-existing-application-version-if-available', `\`use-existing-application-version-if-available: ${aws}\` means \`on-label-conflict: ${aws ? 'reuse' : 'fail'}\`, but \`on-label-conflict\` is \`${ours}\`.`, 'Keep `on-label-conflict`.'),
    ];
}
function packaging({ values, source }) {
    if (values['exclude-patterns'] === undefined || source === undefined || source.kind === 'directory')
        return [];
    const instead = source.kind === 'archive' ? 'a given package is deployed as it is' : 'an existing version is deployed';
    return [
        contradiction('exclude-patterns', `\`exclude-patterns\` is given, but ${instead}.`, 'Remove it, or give `source-directory`.'),
    ];
}
function notYet({ values }) {
    return values['on-failure'] === 'rollback'
        ? [
            {
                code: 'not-available',
                blame: 'you',
                what: '`on-failure: rollback` is not available in this release.',
                hint: 'Use `abort`; with `immutable` and `traffic-splitting` Elastic Beanstalk itself keeps the old instances.',
                input: 'on-failure',
            },
        ]
        : [];
}
//# sourceMappingURL=contradictions.js.map
;// CONCATENATED MODULE: ./lib/inputs/notices.js
function notices(values) {
    const reuse = values['use-existing-application-version-if-available'];
    const without = ['max-retries', 'retry-delay', 'cname-prefix'].filter((name) => values[name] !== undefined);
    const ignored = ['mask-resource-identifiers', 'verbose-logging'].filter((name) => values[name]);
    const creating = ['create-environment-if-not-exists', 'create-application-if-not-exists'].filter((name) => values[name]);
    return [
        ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
        ...creating.map((name) => `\`${name}: true\` has no effect in this release: what is missing is reported, not created.`),
        ...(reuse === undefined
            ? []
            : [
                `\`use-existing-application-version-if-available: ${reuse}\` is taken as \`on-label-conflict: ${reuse ? 'reuse' : 'fail'}\`.`,
            ]),
        ...(values['create-s3-bucket-if-not-exists']
            ? []
            : [
                '`create-s3-bucket-if-not-exists: false` has no effect: Elastic Beanstalk provides its own bucket when it is missing.',
            ]),
        ...(values['deployment-timeout'] === undefined
            ? []
            : ['`deployment-timeout` is taken as `timeout`: one limit for the whole rollout.']),
        ...(values['wait-for-deployment']
            ? []
            : ['`wait-for-deployment: false`: the run ends without knowing how the deployment ends.']),
    ];
}
//# sourceMappingURL=notices.js.map
;// CONCATENATED MODULE: ./lib/inputs/options-input.js


const INPUT = 'option-settings';
/** An environment has some hundred options; a file of this size holds something else. */
const LARGEST_FILE = 256 * 1024;
async function readOptions(given, files, workspace) {
    if (given === undefined)
        return { options: [], problems: [] };
    // Loaded only here: most runs have no options, and a YAML parser is a large part of a short start.
    const { readOptionSettings } = await __nccwpck_require__.e(/* import() */ 908).then(__nccwpck_require__.bind(__nccwpck_require__, 5908));
    const inline = readOptionSettings(given);
    if (inline.kind === 'options')
        return { options: inline.options, problems: [] };
    if (inline.kind === 'wrong')
        return { options: [], problems: inline.because.map((one) => wrong(one)) };
    const found = await place(files, workspace, INPUT, inline.path, 'file');
    if ('problem' in found)
        return { options: [], problems: [found.problem] };
    try {
        const size = (await files.stat(await files.realPath(found.path)))?.bytes ?? 0;
        if (size > LARGEST_FILE)
            return { options: [], problems: [wrong(`names a file of ${size} bytes, more than ${LARGEST_FILE}`)] };
        const read = readOptionSettings(await files.readText(found.path));
        if (read.kind === 'options')
            return { options: read.options, problems: [] };
        const because = read.kind === 'file' ? ['holds no list of settings and no map from namespace to options'] : read.because;
        return { options: [], problems: because.map((one) => wrong(one, inline.path)) };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { options: [], problems: [{ ...error.problem, input: INPUT }] };
    }
}
const wrong = (because, file) => ({
    code: 'wrong-input',
    blame: 'you',
    what: `\`${INPUT}\` ${file === undefined ? '' : `(${file.slice(0, 100)}) `}${because}.`,
    hint: 'Write a list of `Namespace`, `OptionName` and `Value`, or a map from namespace to options, as JSON or YAML.',
    input: INPUT,
});
//# sourceMappingURL=options-input.js.map
;// CONCATENATED MODULE: ./lib/inputs/secrets.js

const SECRET_NAME = /secret|token|passw|passphrase|credential|private|api_?key|access_?key|auth|dsn/i;
/** `postgres://user:password@host/…` */
const CREDENTIALS_IN_URL = /:\/\/[^/\s]*:[^/\s]+@/;
/** Shorter values ("1", "true", "info") would tear holes into every line of the log. */
const SHORTEST = 8;
/** Variables are never printed by us; the mask also covers what the application's own logs repeat. */
function maskSecrets(host, values, options) {
    const variables = Object.entries(values['environment-variables']?.set ?? {});
    const properties = options
        .filter((one) => one.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2 || one.namespace === 'aws:rds:dbinstance')
        .map((one) => [one.name, one.value]);
    for (const [name, value] of [...variables, ...properties]) {
        const secret = SECRET_NAME.test(name) || CREDENTIALS_IN_URL.test(value);
        if (secret && value.length >= SHORTEST)
            host.mask(value);
    }
}
//# sourceMappingURL=secrets.js.map
;// CONCATENATED MODULE: ./lib/inputs/settings.js

/** `{ key: value }`, or nothing when there is no value: optional members stay absent. */
const given = (key, value) => 
// A computed key loses its literal type, hence the cast.
(value === undefined ? {} : { [key]: value });
function buildSettings({ values, strategy, allStrategies, options, bundle, commit }) {
    const stack = values['solution-stack-name'];
    const arn = values['platform-arn'];
    return {
        operation: values.operation,
        dryRun: values['dry-run'],
        region: values['aws-region'],
        application: values['application-name'],
        environmentName: values['environment-name'],
        strategy,
        allStrategies,
        ...given('bundle', bundle),
        ...given('versionLabel', values['version-label']),
        onLabelConflict: settings_labelConflict(values),
        ...given('commit', commit),
        comment: values.comment,
        ...given('bucket', values['s3-bucket-name']),
        options,
        environmentVariables: values['environment-variables'] ?? { set: {}, remove: [] },
        ...(stack === undefined && arn === undefined
            ? {}
            : { platform: { ...given('solutionStack', stack), ...given('arn', arn) } }),
        restorePolicy: values['restore-policy'],
        acceptHealth: values['wait-for-environment-recovery'] ? acceptedHealth(values['accept-health']) : { kind: 'any' },
        stableFor: values['stable-for'],
        healthGrace: values['health-grace'],
        ...given('timeout', values.timeout ?? values['deployment-timeout']),
        onFailure: values['on-failure'],
        onTimeout: values['on-timeout'],
        onCancel: values['on-cancel'],
        onBusy: values['on-busy'],
        busyTimeout: values['busy-timeout'],
        waitForDeployment: values['wait-for-deployment'],
        ...given('pollInterval', values['poll-interval']),
        logsOnFailure: values['logs-on-failure'],
        jobSummary: values['job-summary'],
    };
}
function settings_labelConflict(values) {
    const aws = values['use-existing-application-version-if-available'];
    return aws === undefined ? values['on-label-conflict'] : aws ? 'reuse' : 'fail';
}
//# sourceMappingURL=settings.js.map
;// CONCATENATED MODULE: ./lib/inputs/unknown-inputs.js


/** What they are called in other actions for Elastic Beanstalk (einaregilsson/beanstalk-deploy), and here. */
const RENAMED = {
    region: 'aws-region',
    application_name: 'application-name',
    environment_name: 'environment-name',
    version_label: 'version-label',
    version_description: 'comment',
    deployment_package: 'deployment-package-path',
    wait_for_deployment: 'wait-for-deployment',
    wait_for_environment_recovery: 'health-grace',
    use_existing_version_if_available: 'on-label-conflict',
    existing_bucket_name: 's3-bucket-name',
};
const CREDENTIALS = ['aws_access_key', 'aws_secret_key', 'aws_session_token'];
/** Inputs of AWS's own action for Cluster environments. */
const CLUSTER = ['image-uri', 'build-configuration'];
/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
function unknownInputs(given) {
    const names = given.map((name) => name.toLowerCase());
    return names.filter((name) => !INPUT_NAMES.includes(name)).map(unknown);
}
function unknown(name) {
    const renamed = RENAMED[name];
    if (renamed !== undefined) {
        return {
            code: 'renamed-input',
            blame: 'you',
            what: `There is no input \`${name}\`.`,
            hint: `It is called \`${renamed}\` here.`,
            input: name,
        };
    }
    return {
        code: 'unknown-input',
        blame: 'you',
        what: `There is no input \`${name}\`.`,
        hint: hintFor(name),
        input: name,
    };
}
function hintFor(name) {
    if (CREDENTIALS.includes(name)) {
        return 'Credentials come from the environment: use aws-actions/configure-aws-credentials in a step before this one.';
    }
    if (CLUSTER.includes(name))
        return 'Images and builds for Cluster environments are not part of this release.';
    const meant = didYouMean(name, INPUT_NAMES);
    return meant === undefined ? 'The inputs are listed in the README.' : `Did you mean \`${meant}\`?`;
}
//# sourceMappingURL=unknown-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/read.js
/** What the workflow gave → settings, or every problem with it in one go. The only place where inputs are read. */











async function read(host, files) {
    const lookUp = (name) => host.input(name);
    const common = readInputs(COMMON_INPUTS, lookUp);
    const values = common.values;
    const strategies = readStrategies(values.strategy, lookUp);
    const options = await readOptions(values['option-settings'], files, host.run.workspace);
    maskSecrets(host, values, options.options);
    const bundle = await readBundleSource(values, files, host.run.workspace, lookUp);
    const problems = [
        ...unknownInputs(host.givenInputs()),
        ...[...common.failures, ...strategies.failures].map(problemOf),
        ...options.problems,
        ...bundle.problems,
        ...contradictions({ values, options: options.options, lookUp, source: bundle.source }),
    ];
    const { chosen } = strategies;
    if (problems.length > 0 || chosen === undefined)
        return { kind: 'refused', problems };
    const settings = buildSettings({
        values: common.values,
        strategy: chosen,
        allStrategies: strategies.all,
        options: options.options,
        ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
        ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
    });
    return { kind: 'settings', settings, notices: notices(common.values) };
}
/**
 * The chosen strategy with its inputs; the others, for the comparison, with those that they share with it and their
 * defaults. When the name of the strategy is wrong, the inputs are read for all of them: their problems shall not wait
 * for the next run.
 */
function readStrategies(chosen, lookUp) {
    const all = [];
    const failures = [];
    const counts = (input) => chosen === undefined || Object.hasOwn(STRATEGIES[chosen].inputs, input);
    for (const name of STRATEGY_NAMES) {
        const result = STRATEGIES[name].configure(name, (input) => (counts(input) ? lookUp(input) : ''));
        if ('configured' in result)
            all.push(result.configured);
        else
            failures.push(...result.failures.filter((one) => failures.every((other) => other.name !== one.name)));
    }
    const configured = all.find((one) => one.name === chosen);
    return { all, failures, ...(configured === undefined ? {} : { chosen: configured }) };
}
//# sourceMappingURL=read.js.map
;// CONCATENATED MODULE: ./lib/observe.js



/** Enough for the last deployments of a fleet of some size, and one page of the service. */
const EVENTS_TO_LEARN_FROM = 300;
/**
 * Eight calls at most for an environment that is there. Throws `ActionError` when the environment or its settings
 * cannot be read; what only serves the proof or the forecast becomes a blind spot with a name.
 */
async function observe(request, { beanstalk, clock }) {
    const takenAt = clock.now();
    const environment = await beanstalk.environmentNamed(request.application, request.environmentName);
    if (environment === undefined)
        return { kind: 'refused', problems: [await whyMissing(request, beanstalk)] };
    const label = environment.versionLabel;
    const wished = request.versionLabel;
    const [target, previousVersion, version] = await Promise.all([
        observeEnvironment(environment, beanstalk),
        label === undefined ? undefined : lookUpVersion(beanstalk, request.application, label),
        wished === undefined || wished === label ? undefined : beanstalk.version(request.application, wished),
    ]);
    const wanted = wished !== undefined && wished === label ? previousVersion?.version : version;
    return {
        kind: 'snapshot',
        snapshot: {
            takenAt,
            target: { ...target, blindSpots: [...target.blindSpots, ...(previousVersion?.blindSpots ?? [])] },
            ...(wanted === undefined ? {} : { version: wanted }),
            ...(previousVersion?.version === undefined ? {} : { previousVersion: previousVersion.version }),
        },
    };
}
/** One environment with everything that plan and proof look at. */
async function observeEnvironment(environment, beanstalk) {
    const { id, application, name } = environment;
    const blindSpots = [];
    const orBlind = async (what, reading, otherwise) => {
        try {
            return await reading;
        }
        catch (error) {
            blindSpots.push(blindSpot(what, error));
            return otherwise;
        }
    };
    const [descriptions, instanceIds, events] = await Promise.all([
        beanstalk.settings(application, name),
        orBlind('the list of instances', beanstalk.instanceIds(id), []),
        orBlind('earlier events', beanstalk.newestEvents(id, EVENTS_TO_LEARN_FROM), []),
    ]);
    const settings = deployedOf(descriptions, environment);
    const draft = descriptions.find((one) => one !== settings && one.deploymentStatus !== 'deployed');
    const enhanced = environment.tier !== 'Cluster' &&
        (environment.healthStatus !== undefined ||
            (0,domain_environment/* optionValue */.TN)(settings.options, domain_fleet/* HEALTH_NAMESPACE */.xj, 'SystemType') === 'enhanced');
    const [instances, health] = enhanced
        ? await Promise.all([
            orBlind('what each instance runs', readInstances(beanstalk, id), undefined),
            orBlind('the causes of its health', beanstalk.health(id), undefined),
        ])
        : [undefined, undefined];
    return {
        environment,
        settings,
        ...(draft === undefined ? {} : { draft }),
        ...(instances === undefined ? {} : { instances }),
        ...(health === undefined ? {} : { health }),
        instanceIds,
        recentEvents: [...events].reverse(),
        blindSpots,
    };
}
/** An environment always has settings: an empty answer is a permission that is missing, not an empty environment. */
function deployedOf(descriptions, environment) {
    const deployed = descriptions.find((one) => one.deploymentStatus === 'deployed') ?? descriptions[0];
    if (deployed !== undefined)
        return deployed;
    throw new domain_problem/* ActionError */.l({
        code: 'settings-not-visible',
        blame: 'you',
        what: `Elastic Beanstalk shows no settings for ${environment.name}.`,
        hint: 'Allow elasticbeanstalk:DescribeConfigurationSettings for this environment.',
    });
}
/** Basic health is no blind spot: there is nothing to see. */
async function readInstances(beanstalk, id) {
    try {
        return await beanstalk.instances(id);
    }
    catch (error) {
        if (error instanceof domain_problem/* ActionError */.l && error.problem.code === 'enhanced-health-off')
            return undefined;
        throw error;
    }
}
/** Expired credentials and the like end the run wherever they show first; only what concerns one reading is survived. */
function blindSpot(what, error) {
    if (!(error instanceof domain_problem/* ActionError */.l))
        throw error;
    const { code } = error.problem;
    if (code.startsWith('credentials'))
        throw error;
    return `Could not read ${what}: ${error.problem.what} ${error.problem.hint}`;
}
async function lookUpVersion(beanstalk, application, label) {
    try {
        const version = await beanstalk.version(application, label);
        return version === undefined
            ? {
                blindSpots: [
                    `The version ${label}, which runs now, does not exist any more (or is not visible): there is no way back to it.`,
                ],
            }
            : { version, blindSpots: [] };
    }
    catch (error) {
        return { blindSpots: [blindSpot('the version that runs now', error)] };
    }
}
/** An empty answer is not "absent": what else is visible tells a wrong name from a missing permission or another region. */
async function whyMissing(request, beanstalk) {
    const { application, environmentName, region } = request;
    const [exists, all] = await Promise.all([beanstalk.applicationExists(application), beanstalk.environments()]);
    const noApplication = (what, hint) => ({
        code: 'application-missing',
        blame: 'you',
        what,
        hint,
        input: 'application-name',
    });
    const noEnvironment = (what, hint) => ({
        code: 'environment-missing',
        blame: 'you',
        what,
        hint,
        input: 'environment-name',
    });
    const elsewhere = all.find((one) => one.name === environmentName);
    if (elsewhere !== undefined) {
        return noApplication(`${environmentName} belongs to the application ${elsewhere.application}, not to ${application}.`, 'Correct `application-name`.');
    }
    const siblings = all.filter((one) => one.application === application).map((one) => one.name);
    if (siblings.length > 0) {
        return noEnvironment(`The application ${application} has no environment ${environmentName} in ${region}.`, `It has ${nearestFirst(environmentName, siblings)}; environments are not created in this release.`);
    }
    if (exists) {
        return noEnvironment(`The application ${application} shows no environment at all in ${region}.`, 'Create the environment first; when it exists, allow elasticbeanstalk:DescribeEnvironments for it: Elastic Beanstalk answers an empty list without that permission.');
    }
    const applications = [...new Set(all.map((one) => one.application))];
    return noApplication(`There is no application ${application} in ${region}${all.length === 0 ? ', and nothing else of Elastic Beanstalk is visible there' : ''}.`, applications.length > 0
        ? `Visible are ${nearestFirst(application, applications)}.`
        : 'Check `aws-region` and the account of the credentials, and allow elasticbeanstalk:DescribeApplications and elasticbeanstalk:DescribeEnvironments.');
}
const MOST_NAMES = 5;
/** The known names, those that resemble the wished one first. */
function nearestFirst(wished, known) {
    const likeness = (name) => sharedPairs(wished.toLowerCase(), name.toLowerCase());
    const sorted = [...new Set(known)].sort((left, right) => likeness(right) - likeness(left) || (left < right ? -1 : 1));
    const more = sorted.length - MOST_NAMES;
    return `${sorted.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
/** Share of neighbouring letters that both have (Dice). */
function sharedPairs(left, right) {
    const pairsOf = (word) => new Set([...word].slice(1).map((letter, at) => `${word[at] ?? ''}${letter}`));
    const [one, other] = [pairsOf(left), pairsOf(right)];
    const common = [...one].filter((pair) => other.has(pair)).length;
    return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
//# sourceMappingURL=observe.js.map
;// CONCATENATED MODULE: ./lib/report/foreign.js
/** The only way by which text that others wrote (events, causes, logs, labels, names, error texts) reaches people. */
const ESC = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BEL = String.fromCharCode(0x07);
/** Terminal sequences: operating system commands (titles, links), then control sequences (colours, cursor), then the rest. */
const TERMINAL_SEQUENCES = new RegExp([
    `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
    `${ESC}[ -/]*[0-~]?`,
].join('|'), 'g');
/** Control, format (bidirectional overrides, zero width, soft hyphen), private, broken surrogates, odd line ends. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
const PREFIX = '│ ';
/** Longest line, in characters, that a log shows of foreign text. */
const LINE_LIMIT = 500;
/**
 * Breaks what the runner would take for a command. `::name::` counts only at the start of a line, so a line that begins
 * with our own words or {@link PREFIX} is safe, but the older `##[name]` is found anywhere in a line
 * (actions/runner, ActionCommand.TryParse).
 */
function withoutCommands(line) {
    const broken = line.replaceAll('##[', '## [');
    return broken.trimStart().startsWith('::') ? PREFIX + broken : broken;
}
function cut(text, limit) {
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, Math.max(0, limit - 1)).join('')}…`;
}
function harmless(line) {
    return line.replace(TERMINAL_SEQUENCES, '').replaceAll('\t', '  ').replace(INVISIBLE, '').replaceAll('##[', '## [');
}
/** Foreign text as part of a line that begins with our own words: one line, nothing invisible, at most `limit` characters. */
function foreignText(text, limit = LINE_LIMIT) {
    const line = text
        .split(LINE_ENDS)
        .map((part) => harmless(part).trim())
        .filter((part) => part !== '')
        .join(' ');
    return cut(line, limit).replaceAll('##[', '## [');
}
/** Foreign text as lines of its own, each behind the marker `│ `; says how many lines it left out. */
function foreignLines(text, limits = {}) {
    const most = limits.lines ?? 200;
    const all = text.split(LINE_ENDS).map((line) => harmless(line).trimEnd());
    while (all.length > 1 && all.at(-1) === '')
        all.pop();
    const shown = all.slice(0, most).map((line) => PREFIX + cut(line, limits.characters ?? LINE_LIMIT));
    return all.length > most ? [...shown, `${PREFIX}… ${all.length - most} more lines`] : shown;
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const each of text) {
        run = each === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/** Foreign text inside Markdown, also inside a table: a code span that nothing in the text can close. `–` when empty. */
function foreignMarkdown(text, limit = 300) {
    const inner = foreignText(text, limit);
    if (inner === '')
        return '–';
    const fence = '`'.repeat(longestRun(inner, '`') + 1);
    const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
    // Inside a table a bar ends the cell even in a code span, unless it is escaped (GitHub Flavored Markdown, "Tables").
    // A backslash before it would undo the escape, so a bar becomes a look-alike there.
    return `${fence}${pad}${inner.replaceAll('|', '¦')}${pad}${fence}`;
}
/** Foreign lines as a fenced block that nothing in them can close. */
function foreignBlock(text, limits = {}) {
    const body = foreignLines(text, limits)
        .map((line) => line.slice(PREFIX.length))
        .join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
    return `${fence}text\n${body}\n${fence}`;
}
/** Foreign text inside an HTML element of a Markdown page (`<summary>`), where Markdown is not read. */
function foreignHtml(text, limit = 300) {
    return foreignText(text, limit)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
//# sourceMappingURL=foreign.js.map
;// CONCATENATED MODULE: ./lib/report/links.js
/** Console host by partition; the partition follows from the region's prefix (AWS General Reference, "Partitions"). */
function consoleHost(region) {
    if (region.startsWith('cn-'))
        return 'console.amazonaws.cn';
    if (region.startsWith('us-gov-'))
        return 'console.amazonaws-us-gov.com';
    if (region.startsWith('eusc-'))
        return 'console.amazonaws-eusc.eu';
    return 'console.aws.amazon.com';
}
/** The environment's dashboard; `undefined` when the region or id is not of the usual form (both end up in an address). */
function consoleUrl(region, environmentId) {
    if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) || !/^e-[a-z0-9]+$/.test(environmentId))
        return undefined;
    const host = region.startsWith('us-gov-') ? consoleHost(region) : `${region}.${consoleHost(region)}`;
    return `https://${host}/elasticbeanstalk/home?region=${region}#/environment/dashboard?environmentId=${environmentId}`;
}
/** Where a problem code is explained: a full address when the action's own repository is known, else the file's name. */
function errorPage(code, run) {
    const anchor = `docs/errors.md#${code.replace(/[^a-z0-9-]/g, '')}`;
    if (run.actionRepository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(run.actionRepository))
        return anchor;
    const server = run.serverUrl ?? 'https://github.com';
    const ref = run.actionRef !== undefined && /^[\w./-]+$/.test(run.actionRef) ? run.actionRef : 'HEAD';
    return `${server}/${run.actionRepository}/blob/${ref}/${anchor}`;
}
//# sourceMappingURL=links.js.map
;// CONCATENATED MODULE: ./lib/report/table.js
/** Tables: aligned columns for a log, pipes for Markdown. The cells are safe already; nothing is escaped here. */
function width(text) {
    return [...text].length;
}
/** Rows with aligned columns, the first row being the head; trailing spaces are cut. */
function textTable(rows, indent = '  ') {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
    return rows.map((row) => {
        const cells = row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))));
        return (indent + cells.join('  ')).trimEnd();
    });
}
/** A Markdown table; the first row is the head. */
function markdownTable(rows) {
    const [head = [], ...body] = rows;
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
//# sourceMappingURL=table.js.map
;// CONCATENATED MODULE: ./lib/report/words.js


/** Longest label or name inside a sentence; labels may have 100 characters (AWS API reference, CreateApplicationVersion). */
const NAME_LIMIT = 100;
const words_name = (text) => foreignText(text, NAME_LIMIT);
/** Bytes as people say them: `640 B`, `12.3 kB`, `480 MB` (decimal, as the service's 500 MB limit is written). */
function bytes(count) {
    if (count < 1_000)
        return `${count} B`;
    const units = ['kB', 'MB', 'GB'];
    let value = count / 1_000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1_000;
        unit += 1;
    }
    return `${value < 99.95 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? 'GB'}`;
}
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** Time of day in UTC, as the service dates its events: `09:31:07`. */
function timeOfDay(at) {
    return new Date(at).toISOString().slice(11, 19);
}
function stepTitle(step) {
    switch (step.kind) {
        case 'publish-version': {
            const { source } = step;
            if (source.kind === 'existing')
                return `Use version ${words_name(source.label)}`;
            if (source.reuse.version)
                return `Use version ${words_name(source.label)}, which holds this very bundle`;
            const upload = source.reuse.object ? 'bundle already stored' : `upload ${bytes(source.bytes)}`;
            return `Create version ${words_name(source.label)} (${upload})`;
        }
        case 'update':
            return updateTitle(step);
        case 'settle':
            return step.expects.versionLabel === undefined
                ? `Watch ${words_name(step.environment.name)} until the configuration is proven`
                : `Watch ${words_name(step.environment.name)} until ${words_name(step.expects.versionLabel)} is proven on it`;
    }
}
function updateTitle(step) {
    const where = words_name(step.environment.name);
    const changed = step.options.length + step.removeOptions.length;
    const options = changed === 0 ? '' : ` with ${plural(changed, 'option')}`;
    switch (step.purpose) {
        case 'set-policy':
            return `Set the deployment policy of ${where}`;
        case 'restore-policy':
            return `Put the deployment policy of ${where} back`;
        case 'deploy':
            return step.versionLabel === undefined
                ? `Update the configuration of ${where}${options}`
                : `Deploy ${words_name(step.versionLabel)} to ${where}${options}`;
    }
}
function requestWords(requests) {
    if (requests.requestCount <= 0)
        return [];
    const share = (100 * requests.status5xx) / requests.requestCount;
    const p99 = requests.p99 === undefined ? [] : [`p99 ${Math.round(requests.p99 * 1_000)} ms`];
    return [`5xx ${share.toFixed(1)} %`, ...p99];
}
/** `batch 2 of 4 · 4 of 8 instances on 3f2a91c · 5xx 0.0 % · p99 84 ms · about 1m40s left`. */
function viewLine(view) {
    const { batch, updated, health, requests, remaining } = view;
    const fine = health === undefined || health === 'Ok' || health === 'Info' || health === 'Green';
    const label = view.wantedLabel ?? view.versionLabel;
    const parts = [
        ...(view.status === 'Updating' && (batch !== undefined || updated !== undefined) ? [] : [view.status]),
        ...(batch === undefined ? [] : [`batch ${batch.current}${batch.total === undefined ? '' : ` of ${batch.total}`}`]),
        ...(updated === undefined
            ? []
            : [`${updated.done} of ${plural(updated.total, 'instance')}${label === undefined ? '' : ` on ${words_name(label)}`}`]),
        ...(fine ? [] : [`health ${health}`]),
        ...(requests === undefined ? [] : requestWords(requests)),
        ...(remaining === undefined || remaining <= 0 ? [] : [`about ${(0,domain_time/* formatDuration */.a3)(remaining)} left`]),
    ];
    return parts.join(' · ');
}
/** What must differ for a new progress line to be worth printing at once. */
function viewIdentity(view) {
    return JSON.stringify([view.status, view.versionLabel, view.health, view.batch, view.updated]);
}
/** Lines of one event: time, severity, words; a further line of a message is indented under the first. */
function eventLines(event) {
    const head = `${timeOfDay(event.date)}  ${event.severity.padEnd(5)} `;
    const whose = event.attribution === 'other' ? ' (another request)' : '';
    return foreignLines(event.message, { lines: 20, characters: 1_000 }).map((line, index) => index === 0 ? `${head}${line}${whose}` : `${' '.repeat(head.length)}${line}`);
}
/** Instances as a table: what each one runs, how it is, why. The cells are harmless in a log; escape them again for Markdown. */
function instanceRows(instances) {
    const rows = instances.map((instance) => [
        foreignText(instance.id, 40),
        instance.deployment?.versionLabel === undefined ? '–' : words_name(instance.deployment.versionLabel),
        instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
        instance.deployment?.status ?? '–',
        instance.status,
        foreignText(instance.causes.join('; '), 160),
    ]);
    return [['instance', 'runs', 'deployment', 'state', 'health', 'causes'], ...rows];
}
const STATE_WORDS = {
    unchanged: 'Unchanged',
    planned: 'Planned',
    started: 'Started',
    succeeded: 'Succeeded',
    failed: 'Failed',
    'timed-out': 'Timed out',
    cancelled: 'Cancelled',
};
/** The verdict in one sentence. */
function headline(outcome) {
    return `${STATE_WORDS[outcome.state]}: ${foreignText(outcome.reason, 1_000)}`;
}
/** Endings that fail the step. */
function isFailure(state) {
    switch (state) {
        case 'failed':
        case 'timed-out':
        case 'cancelled':
            return true;
        case 'unchanged':
        case 'planned':
        case 'started':
        case 'succeeded':
            return false;
    }
}
/** Whether what was there before is there again; `undefined` when the question does not arise. */
function restoredWords(outcome) {
    switch (outcome.restored) {
        case 'not-needed':
            return undefined;
        case 'yes':
            return 'What was there before is there again.';
        case 'no':
            return 'Nothing was put back by this run.';
        case 'failed':
            return 'Putting back what was there before FAILED: the environment needs a look now.';
    }
}
function proofWords(outcome) {
    switch (outcome.proof) {
        case 'instances':
            return 'each instance reported it';
        case 'environment':
            return 'the environment reported it; basic health tells nothing of single instances';
        case 'none':
            return 'none';
    }
}
function problemLines(problem) {
    const input = problem.input === undefined ? '' : ` [${foreignText(problem.input, 60)}]`;
    return [`${foreignText(problem.what, 1_000)}${input}`, `  → ${foreignText(problem.hint, 500)}`];
}
const DOWNTIME = { none: 'none', seconds: 'yes', unknown: 'unknown' };
/** Every strategy for this environment, side by side. Cells are harmless in a log. */
function forecastRows(forecasts, chosen) {
    const head = [
        'strategy',
        'duration',
        'lowest capacity',
        'extra instance-hours',
        'downtime',
        'both versions',
        'way back',
    ];
    const rows = forecasts.map((forecast) => {
        const title = `${forecast.strategy === chosen ? '▸ ' : '  '}${words_name(forecast.strategy)}`;
        if (forecast.refusals.length > 0) {
            return [title, '–', '–', '–', '–', '–', `not here: ${foreignText(forecast.refusals.join(' '), 300)}`];
        }
        const basis = forecast.durationBasis === 'learned' ? '' : '~';
        return [
            title,
            `${basis}${(0,domain_time/* formatDuration */.a3)(forecast.duration)}`,
            `${forecast.lowestCapacity} of ${forecast.capacity}`,
            forecast.extraInstanceHours === 0 ? '0' : forecast.extraInstanceHours.toFixed(2),
            DOWNTIME[forecast.downtime],
            forecast.versionsSideBySide ? 'yes' : 'no',
            foreignText(forecast.wayBack, 300),
        ];
    });
    return [head, ...rows];
}
//# sourceMappingURL=words.js.map
;// CONCATENATED MODULE: ./lib/report/aftermath.js





/** The state of things in a sentence. */
function aftermathSentence(stopped, found) {
    const who = words_name(stopped.environmentName);
    const { environment, gap } = found;
    if (environment === undefined)
        return `What ${who} runs now is not known: ${foreignText(gap ?? 'no answer')}`;
    const runs = environment.versionLabel === undefined ? 'no version' : words_name(environment.versionLabel);
    const health = environment.healthStatus ?? environment.health;
    const after = found.waited >= 1_000 ? ` after ${(0,domain_time/* formatDuration */.a3)(found.waited)}` : '';
    if (environment.status === 'Ready')
        return `${who} is Ready${after} and runs ${runs}; its health is ${health}.`;
    return `${who} is still ${environment.status}${after}; it names ${runs}, its health is ${health}.`;
}
function aftermathLines(stopped, found) {
    const console = consoleUrl(stopped.region, stopped.environmentId);
    const lines = [
        aftermathSentence(stopped, found),
        ...(found.instances.length === 0 ? [] : textTable(instanceRows(found.instances))),
        ...(found.environment !== undefined && found.gap !== undefined
            ? [`Last failed look: ${foreignText(found.gap)}`]
            : []),
        ...(console === undefined ? [] : [`The environment in the AWS console: ${console}`]),
        `Everything that was seen: ${foreignText(stopped.reportPath)}`,
    ];
    return lines.map(withoutCommands);
}
function aftermathSummary(stopped, found) {
    const [head = [], ...rows] = instanceRows(found.instances.slice(0, 200));
    const table = rows.length === 0
        ? ''
        : `\n\n${markdownTable([head, ...rows.map((row) => row.map((cell) => foreignMarkdown(cell)))])}`;
    return `## 🛑 Beanstalk Rollout, after it was stopped\n\n${foreignMarkdown(aftermathSentence(stopped, found), 600)}${table}\n`;
}
/** What the post phase found, added to a report; `undefined` when the text is not a report. */
function withAftermath(text, aftermath) {
    let report;
    try {
        report = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof report !== 'object' || report === null || Array.isArray(report))
        return undefined;
    return `${JSON.stringify({ ...report, aftermath }, null, 1)}\n`;
}
//# sourceMappingURL=aftermath.js.map
;// CONCATENATED MODULE: ./lib/post.js



/** Names in the step's state. */
const PHASE = 'phase';
const STOPPED = 'stopped';
/** GitHub ends a cancelled job after five minutes, whatever still runs (GitHub: "Workflow cancellation reference"). */
const LONGEST_WAIT = (0,domain_time/* minutes */.Gx)(4) - (0,domain_time/* seconds */.YA)(15);
const PACE = (0,domain_time/* seconds */.YA)(5);
/** The runner starts the same file for both phases; the state that the main phase saved tells them apart. */
function isPostPhase({ host }) {
    if (host.state(PHASE) !== '')
        return true;
    host.saveState(PHASE, 'main');
    return false;
}
/**
 * Called before the rollout, in case that the process is killed, and again with its outcome: the post phase has something
 * to do only when something of ours was left running.
 */
function saveForPost({ host }, report, outcome) {
    const { settings, plan } = report.known;
    if (settings === undefined || plan === undefined)
        return;
    const isLeft = outcome === undefined || (outcome.state === 'cancelled' && outcome.stillRunning.length > 0);
    const stopped = {
        region: settings.region,
        environmentId: plan.environment.id,
        environmentName: plan.environment.name,
        reportPath: report.path,
        wait: settings.onCancel === 'abort',
    };
    host.saveState(STOPPED, isLeft ? JSON.stringify(stopped) : '');
}
function savedByMain({ host }) {
    const saved = host.state(STOPPED);
    // Written by our own main phase; nothing else can write to the state of a step.
    return saved === '' ? undefined : JSON.parse(saved);
}
async function post(outside) {
    const { host, clock, files } = outside;
    const stopped = savedByMain(outside);
    if (stopped === undefined)
        return;
    const stop = new AbortController();
    host.onCancel(() => stop.abort());
    const startedAt = clock.now();
    host.line('The rollout was stopped; looking at what it left behind.');
    const found = await lookUntilReady(outside, stopped, stop.signal, startedAt);
    for (const line of aftermathLines(stopped, found))
        host.line(line);
    host.summary(aftermathSummary(stopped, found));
    try {
        const report = withAftermath(await files.readText(stopped.reportPath), found);
        if (report !== undefined)
            await files.writeText(stopped.reportPath, report);
    }
    catch {
        host.line('The JSON report of the main phase could not be completed.');
    }
}
async function lookUntilReady(outside, stopped, stop, startedAt) {
    const { clock, host } = outside;
    let environment;
    let gap;
    try {
        const { watchBeanstalk: beanstalk } = await outside.connect(stopped.region, stop);
        for (let looks = 0;; looks += 1) {
            try {
                environment = await beanstalk.environment(stopped.environmentId);
                gap = environment === undefined ? 'The service no longer lists the environment.' : undefined;
            }
            catch (error) {
                if (!(error instanceof domain_problem/* ActionError */.l))
                    throw error;
                gap = error.problem.what;
                if (error.nature === 'permanent')
                    break;
            }
            const over = !stopped.wait || stop.aborted || clock.now() - startedAt + PACE > LONGEST_WAIT;
            if (isSettled(environment) || over)
                break;
            if (looks % 6 === 0)
                host.line(`Waiting until it is Ready (now ${environment?.status ?? 'not readable'}).`);
            await clock.sleep(PACE, stop);
        }
        const instances = await instancesOf(beanstalk, environment);
        return finished(instances);
    }
    catch (error) {
        gap ??= error instanceof Error ? error.message : String(error);
        return finished([]);
    }
    function finished(instances) {
        return {
            ...(environment === undefined ? {} : { environment }),
            ...(gap === undefined ? {} : { gap }),
            instances,
            waited: clock.now() - startedAt,
        };
    }
}
function isSettled(environment) {
    return environment?.status === 'Ready' || environment?.status === 'Terminated';
}
/** Basic health cannot tell; that is no failure. */
async function instancesOf(beanstalk, environment) {
    if (environment === undefined)
        return [];
    try {
        return (await beanstalk.instances(environment.id)).instances;
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=post.js.map
;// CONCATENATED MODULE: ./lib/bundle/label.js
/** Elastic Beanstalk API reference: version labels have 1 to 100 characters and no `/`; descriptions have up to 200. */
const LABEL_LIMIT = 100;
const DESCRIPTION_LIMIT = 200;
const label_short = (hash) => hash.slice(0, 8);
/** `<sha7>-<hash8>`: the commit for people, the hash because two builds of one commit may differ. */
function defaultLabel(commit, hash) {
    return commit === undefined ? `bundle-${label_short(hash)}` : `${commit.slice(0, 7)}-${label_short(hash)}`;
}
/** The label as the service accepts it. Equal to `wished` in nearly every case; where not, the caller says so. */
function acceptableLabel(wished, hash) {
    const clean = wished.replace(/[/\\]/g, '-').replace(/\p{C}/gu, '').trim();
    if (clean === '')
        return defaultLabel(undefined, hash);
    // Cut labels get the hash, or two long branch names with the same beginning would meet.
    return [...clean].length <= LABEL_LIMIT ? clean : withSuffix(clean, hash);
}
/** `<label>-<hash8>`, cut so that the whole fits. */
function withSuffix(label, hash) {
    const room = LABEL_LIMIT - 9;
    return `${[...label].slice(0, room).join('')}-${label_short(hash)}`;
}
function extensionOf(path) {
    const extension = /\.(war|jar)$/i.exec(path)?.[1]?.toLowerCase();
    return extension === 'war' || extension === 'jar' ? extension : 'zip';
}
/**
 * `<application>/<label>-<hash>.zip`. The hash makes the key safe to share and never worth overwriting; the rest is for
 * people, in the characters that S3 calls safe.
 */
function bundleKey(application, label, hash, extension = 'zip') {
    return `${keyPart(application)}/${keyPart(label)}-${hash}.${extension}`;
}
const keyPart = (text) => {
    const safe = text.replace(/[^A-Za-z0-9!_.*'()-]/g, '_').replace(/^\.+/, '_');
    return safe === '' ? '_' : safe;
};
/** What people read in the console, with the hash at its end. */
function describe(comment, commit, hash) {
    const record = `[bundle sha256:${hash}]`;
    const said = [comment, commit === undefined ? '' : `commit ${commit.slice(0, 40)}`]
        .map((part) => part.replace(/[\p{C}\s]+/gu, ' ').trim())
        .filter((part) => part !== '')
        .join(' · ');
    const room = DESCRIPTION_LIMIT - record.length - 1;
    const cut = [...said].length > room ? `${[...said].slice(0, room - 1).join('')}…` : said;
    return cut === '' ? record : `${cut} ${record}`;
}
const HASH_TAG = 'beanstalk-rollout:bundle-sha256';
/** Metadata of the object in S3 (`x-amz-meta-bundle-sha256`). */
const HASH_METADATA = 'bundle-sha256';
/** The hash of what a version holds, when it was recorded; the key first, because it cannot be edited. */
function recordedHash(version) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(version.bundle?.key ?? '')?.[1];
    return inKey ?? /\[bundle sha256:([0-9a-f]{64})\]$/.exec(version.description ?? '')?.[1];
}
//# sourceMappingURL=label.js.map
;// CONCATENATED MODULE: ./lib/bundle/identity.js

function decideLabel(question) {
    const { label, hash, existing, onConflict, suffixed } = question;
    if (existing === undefined)
        return { kind: 'create' };
    const recorded = recordedHash(existing);
    if (recorded === hash && existing.status !== 'Failed')
        return { kind: 'same-content', version: existing };
    const why = conflict(existing, recorded, hash);
    if (suffixed || onConflict === 'fail')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    if (onConflict === 'suffix') {
        const next = withSuffix(label, hash);
        return { kind: 'try', label: next, said: `${why} This bundle becomes version ${next}.` };
    }
    if (existing.status === 'Failed')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    return {
        kind: 'as-it-is',
        version: existing,
        said: `${why} It is deployed as it is (on-label-conflict: reuse): the bundle of this run is NOT what will run.`,
    };
}
function conflict(existing, recorded, hash) {
    const there = `Version ${existing.label} exists already`;
    if (existing.status === 'Failed')
        return `${there}, and Elastic Beanstalk could not process it.`;
    return recorded === undefined
        ? `${there}, and nothing tells what it holds.`
        : `${there} with other content (${recorded.slice(0, 8)}, this bundle is ${hash.slice(0, 8)}).`;
}
const taken = (label, why, suffixed) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: why,
    hint: suffixed
        ? 'Choose another version-label.'
        : `Choose another version-label than ${label}, or set on-label-conflict: suffix.`,
    input: 'version-label',
});
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./lib/bundle/hash.js
/** Changes when the text below changes, so that hashes of different releases are never taken for each other. */
const FORMAT = 'beanstalk-rollout bundle 1';
/**
 * The text whose SHA-256 is the identity: one line an entry, sorted by path. Times, order, compression and directories
 * that hold something do not count; an empty directory does, because unpacking makes it.
 */
function identityText(entries) {
    const parents = new Set(entries.flatMap(({ path }) => parentsOf(path)));
    const lines = entries.filter(({ kind, path }) => kind !== 'directory' || !parents.has(path)).map(lineOf);
    return [FORMAT, ...lines.sort()].join('\n');
}
const bundleHash = (entries, archives) => archives.sha256(identityText(entries));
/** JSON keeps apart whatever a path may hold, line ends included. */
function lineOf({ path, kind, mode, bytes, crc32 }) {
    switch (kind) {
        case 'directory':
            return JSON.stringify([path, kind]);
        case 'symlink':
            return JSON.stringify([path, kind, bytes, crc32]);
        case 'file':
            return JSON.stringify([path, kind, (mode & 0o7777).toString(8), bytes, crc32]);
    }
}
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
//# sourceMappingURL=hash.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint-json.js
function lintJson(path, text) {
    const { problem } = parse(path, text);
    return { errors: problem === undefined ? [] : [problem], warnings: [] };
}
/** AWS guide, "Docker configuration": the file needs `AWSEBDockerrunVersion`, and its versions are 1, 2 and 3. */
function lintDockerrun(path, text) {
    const { problem, value } = parse(path, text);
    if (problem !== undefined)
        return { errors: [problem], warnings: [] };
    const version = typeof value === 'object' && value !== null && 'AWSEBDockerrunVersion' in value
        ? value.AWSEBDockerrunVersion
        : undefined;
    if (['1', '2', '3'].includes(String(version)))
        return { errors: [], warnings: [] };
    const wrong = {
        code: 'dockerrun-version',
        blame: 'you',
        what: version === undefined
            ? `${path} has no AWSEBDockerrunVersion.`
            : `${path} has AWSEBDockerrunVersion ${JSON.stringify(version)}, which does not exist.`,
        hint: 'Set AWSEBDockerrunVersion to 1 (one container), 2 (ECS) or 3 (with docker-compose.yml).',
    };
    return { errors: [wrong], warnings: [] };
}
function parse(path, text) {
    try {
        return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const position = /position (\d+)/.exec(message)?.[1];
        const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
        return {
            problem: {
                code: 'json-syntax',
                blame: 'you',
                what: `${path}${line === undefined ? '' : `, line ${line}`}: ${message.replace(/\.$/, '')}.`,
                hint: 'Correct the JSON; comments and trailing commas are not allowed.',
            },
        };
    }
}
//# sourceMappingURL=lint-json.js.map
;// CONCATENATED MODULE: ./lib/bundle/rules.js
/**
 * What never belongs into a bundle by itself, and what a `.gitignore` must not keep out of it. Every decision made here
 * is named in the summary, and an explicit `!pattern` in `.ebignore` or in the exclude patterns overrules it.
 */
/** Version control, editors, caches: in `.gitignore` syntax. */
const CLUTTER = [
    '.git',
    '.hg/',
    '.svn/',
    '.idea/',
    '.vscode/',
    '.vs/',
    '*.swp',
    '*~',
    '.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    'node_modules/.cache/',
    '.next/cache/',
    '__pycache__/',
    // The EB CLI leaves its own folder out too.
    '.elasticbeanstalk/',
];
/** Credentials. `gha-creds-*.json` is what google-github-actions/auth writes into the workspace. */
const SECRETS = [
    '.env',
    '.env.*',
    '!.env.example',
    '!.env.sample',
    '!.env.template',
    '!.env.dist',
    '.aws/',
    '.ssh/',
    '.gnupg/',
    '.netrc',
    '_netrc',
    '.git-credentials',
    '.pypirc',
    '.docker/config.json',
    '.kube/config',
    'id_rsa',
    'id_dsa',
    'id_ecdsa',
    'id_ed25519',
    '*.ppk',
    '*.tfstate',
    '*.tfstate.*',
    'gha-creds-*.json',
];
const BUILT_IN_PATTERNS = [...CLUTTER, ...SECRETS];
const SECRET_PATTERNS = new Set(SECRETS);
const isSecretPattern = (pattern) => SECRET_PATTERNS.has(pattern);
/** Files that are a secret only when they hold one: a certificate bundle of a database is a `.pem` too. */
const mayHoldSecret = (name) => /\.(pem|key)$/i.test(name) || name === '.npmrc' || name === '.yarnrc.yml';
/** The rule that a text breaks, or `undefined` when it holds no secret. */
function secretIn(name, text) {
    if (/\.(pem|key)$/i.test(name))
        return text.includes('PRIVATE KEY-----') ? 'private key' : undefined;
    // `${NPM_TOKEN}` is a reference, which tells nobody anything.
    const token = /(_authToken|_password|_auth|npmAuthToken|npmAuthIdent)\s*[=:]\s*"?(?!["\s]|\$\{)/;
    return token.test(text) ? 'registry token' : undefined;
}
/** Names of directories that builds write. */
const BUILD_OUTPUTS = new Set([
    'dist',
    'build',
    'out',
    'publish',
    'staticfiles',
    '.next',
    '.nuxt',
    '.output',
    '.svelte-kit',
]);
/**
 * Whether a `.gitignore` pattern is about build output. What was built in this job is listed there because it belongs
 * into no commit; it does belong into the bundle. The EB CLI leaves it out, which is how bundles without an application
 * get deployed.
 */
function buildOutputIn(pattern) {
    return pattern.split('/').find((part) => BUILD_OUTPUTS.has(part));
}
/** Scripts that the platform runs as programs (AWS guide: "Platform hooks"). */
const isPlatformHook = (path) => /^\.platform\/(hooks|confighooks)\/[^/]+\/[^/]+$/.test(path);
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint-platform.js

function hookFindings({ entries, texts }) {
    const crlf = [...texts].filter(([path, text]) => isScript(path, text) && text.includes('\r\n')).map(([path]) => path);
    const hooks = entries.filter(({ kind, path }) => kind === 'file' && isPlatformHook(path));
    const notExecutable = hooks.filter(({ mode }) => (mode & 0o111) === 0).map(({ path }) => path);
    const noShebang = hooks.map(({ path }) => path).filter((path) => lacksShebang(texts.get(path)));
    return {
        errors: crlf.sort().map(windowsLineEnds),
        warnings: [
            ...notExecutable.map(notExecutableHook),
            ...noShebang.filter((path) => !crlf.includes(path)).map(withoutShebang),
        ],
    };
}
/** Programs may be hooks too; they have no lines. */
const isBinary = (text) => text.includes('\u0000') || text.startsWith('\u007FELF');
function isScript(path, text) {
    if (!path.startsWith('.platform/') || isBinary(text))
        return false;
    return text.startsWith('#!') || path.endsWith('.sh') || isPlatformHook(path);
}
const lacksShebang = (text) => text !== undefined && !isBinary(text) && !text.startsWith('#!');
const windowsLineEnds = (path) => ({
    code: 'hook-line-ends',
    blame: 'you',
    what: `${path} has Windows line ends (CRLF), with which Linux cannot run it.`,
    hint: 'Save it with LF line ends; "*.sh text eol=lf" in .gitattributes keeps git from changing them.',
});
/**
 * A warning, not an error: platform versions since 29 April 2022 set the bit themselves (AWS guide, "Platform hooks"),
 * and the environment may have one of those.
 */
const notExecutableHook = (path) => ({
    code: 'hook-not-executable',
    blame: 'you',
    what: `${path} is not executable in the archive.`,
    hint: 'Run "chmod +x" on it before the archive is made; older platform versions fail the deployment otherwise.',
});
const withoutShebang = (path) => ({
    code: 'hook-without-shebang',
    blame: 'you',
    what: `${path} is a platform hook without a first line such as "#!/bin/bash".`,
    hint: 'Add the line: without it the platform cannot tell what to run it with.',
});
//# sourceMappingURL=lint-platform.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint-procfile.js
/** AWS guide, "Buildfile and Procfile": lines must match this. */
const LINE = /^[A-Za-z0-9_-]+:\s*[^\s].*$/;
function lintProcfile(path, text) {
    const errors = [];
    const warnings = [];
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    lines.forEach((line, index) => {
        const bare = line.replace(/\r$/, '');
        if (bare.trim() === '' || bare.trimStart().startsWith('#'))
            return;
        if (!LINE.test(bare))
            errors.push(wrongLine(path, index + 1, bare));
    });
    if (errors.length === 0 && lines.every((line) => line.trim() === '' || line.trimStart().startsWith('#'))) {
        errors.push({
            code: 'procfile-empty',
            blame: 'you',
            what: `${path} names no process.`,
            hint: 'Add a line such as "web: node server.js", or remove the file.',
        });
    }
    if (text.includes('\r\n')) {
        warnings.push({
            code: 'procfile-line-ends',
            blame: 'you',
            what: `${path} has Windows line ends.`,
            hint: 'Save it with LF line ends: the carriage return becomes part of the command.',
        });
    }
    return { errors, warnings };
}
const wrongLine = (path, line, text) => ({
    code: 'procfile-syntax',
    blame: 'you',
    what: `${path}, line ${line}: "${text.slice(0, 80)}" is not of the form "name: command".`,
    hint: 'Write one process a line, for example "web: node server.js".',
});
//# sourceMappingURL=lint-procfile.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./lib/bundle/lint-yaml.js
/** YAML (or JSON) syntax of configuration files, with file and line; for `.ebextensions` also what the keys are called. */


/** AWS guide, "Adding AWS resources" and "Customizing software on Linux servers": the keys of a `.config` file. */
const SECTIONS = [
    'option_settings',
    'packages',
    'groups',
    'users',
    'sources',
    'files',
    'commands',
    'services',
    'container_commands',
    'Resources',
    'Outputs',
    'Mappings',
    'Parameters',
    'Conditions',
    'Metadata',
];
function lintConfigFile(path, text) {
    // A JSON file may be indented with tabs, which YAML does not allow.
    const json = text.trimStart().startsWith('{') ? jsonKeys(text) : undefined;
    if (json !== undefined)
        return { errors: [], warnings: unknownSections(path, json) };
    const syntax = lintYaml(path, text);
    if (syntax.errors.length > 0)
        return syntax;
    const { contents } = lint_yaml_parse(text, new dist/* LineCounter */.HN());
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null))
        return syntax;
    if (!(0,dist/* isMap */.jh)(contents))
        return { errors: [noMapping(path)], warnings: syntax.warnings };
    const keys = contents.items.map(({ key }) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key)));
    return { errors: [], warnings: [...syntax.warnings, ...unknownSections(path, [...new Set(keys)])] };
}
function lintYaml(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const { errors } = lint_yaml_parse(text, lines);
    const found = errors.map((error) => ({
        duplicate: error.code === 'DUPLICATE_KEY',
        problem: syntaxError(path, error, lines),
    }));
    return {
        // The first error makes the parser stumble over what follows; more of them would only confuse.
        errors: found
            .filter(({ duplicate }) => !duplicate)
            .slice(0, 1)
            .map(({ problem }) => problem),
        warnings: found.filter(({ duplicate }) => duplicate).map(({ problem }) => problem),
    };
}
const lint_yaml_parse = (text, lineCounter) => (0,dist/* parseDocument */.Tp)(text.replace(/^\uFEFF/, ''), { lineCounter, prettyErrors: false, logLevel: 'error', strict: true });
/** The keys of a JSON object, or `undefined` when the text is none. */
function jsonKeys(text) {
    try {
        return Object.keys(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function syntaxError(path, error, lines) {
    const { line, col } = lines.linePos(error.pos[0]);
    const tab = error.code === 'TAB_AS_INDENT';
    const duplicate = error.code === 'DUPLICATE_KEY';
    return {
        code: duplicate ? 'yaml-duplicate-key' : 'yaml-syntax',
        blame: 'you',
        what: `${path}, line ${line}, column ${col}: ${tab ? 'a tab is used for indentation' : firstSentence(error.message)}.`,
        hint: tab
            ? 'YAML allows spaces only: replace the tab.'
            : duplicate
                ? 'Only the last of the two would count: bring them together.'
                : 'Correct the YAML; the deployment would fail on the instances because of it.',
    };
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');
const noMapping = (path) => ({
    code: 'ebextensions-not-a-mapping',
    blame: 'you',
    what: `${path} does not hold sections such as option_settings at its top level.`,
    hint: 'Begin the file with a section, for example "option_settings:".',
});
const unknownSections = (path, keys) => keys.filter((key) => !SECTIONS.includes(key)).map((key) => unknownSection(path, key));
function unknownSection(path, key) {
    const near = (0,mod/* closest */.kp)(key, [...SECTIONS]);
    const meant = (0,mod/* distance */.Io)(key.toLowerCase(), near.toLowerCase()) <= 3 ? `Did you mean "${near}"?` : '';
    return {
        code: 'ebextensions-unknown-key',
        blame: 'you',
        what: `${path} has the top-level key "${key}", which Elastic Beanstalk does not know.`,
        hint: meant === '' ? `Known are ${SECTIONS.join(', ')}.` : meant,
    };
}
//# sourceMappingURL=lint-yaml.js.map
;// CONCATENATED MODULE: ./lib/bundle/lint.js




/** Files larger than this are not configuration. */
const LINT_LIMIT_BYTES = 1_048_576;
const CONFIG_FILE = /^\.ebextensions\/[^/]+\.config$/;
const YAML_FILES = new Set(['env.yaml', 'cron.yaml', 'docker-compose.yml', 'docker-compose.yaml']);
const JSON_FILES = new Set(['package.json', 'aws-windows-deployment-manifest.json']);
/** Whether the checks want to read this file. */
function isLinted(path) {
    return (CONFIG_FILE.test(path) ||
        YAML_FILES.has(path) ||
        JSON_FILES.has(path) ||
        path === 'Procfile' ||
        path === 'Dockerrun.aws.json' ||
        path.startsWith('.platform/hooks/') ||
        path.startsWith('.platform/confighooks/') ||
        (path.startsWith('.platform/') && path.endsWith('.sh')));
}
function lint(content) {
    const all = [...content.texts]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([path, text]) => lintText(path, text));
    const whole = [hookFindings(content), ...layoutFindings(content)];
    const findings = [...all, ...whole];
    return {
        errors: findings.flatMap((each) => each.errors ?? []),
        warnings: findings.flatMap((each) => each.warnings ?? []),
    };
}
function lintText(path, text) {
    if (CONFIG_FILE.test(path))
        return lintConfigFile(path, text);
    if (YAML_FILES.has(path))
        return lintYaml(path, text);
    if (path === 'Dockerrun.aws.json')
        return lintDockerrun(path, text);
    if (JSON_FILES.has(path))
        return lintJson(path, text);
    if (path === 'Procfile')
        return lintProcfile(path, text);
    return {};
}
function layoutFindings({ entries }) {
    const files = entries.filter(({ kind }) => kind !== 'directory').map(({ path }) => path);
    const tops = new Set(files.map((path) => path.split('/')[0] ?? ''));
    const [only] = tops;
    const findings = [];
    // AWS guide, "Create an application source bundle": no parent folder or top-level directory.
    if (tops.size === 1 &&
        only !== undefined &&
        files.every((path) => path.includes('/')) &&
        !/^(WEB|META)-INF$/.test(only)) {
        findings.push({
            warnings: [
                {
                    code: 'bundle-single-folder',
                    blame: 'you',
                    what: `Everything in the bundle is inside one directory, ${only}/.`,
                    hint: 'Elastic Beanstalk looks for the application at the top of the bundle: make the archive from inside that directory.',
                },
            ],
        });
    }
    const misplaced = files.filter((path) => /^\.ebextensions\/[^/]+\.(ya?ml|json)$/.test(path));
    if (misplaced.length > 0) {
        findings.push({
            warnings: [
                {
                    code: 'ebextensions-ignored',
                    blame: 'you',
                    what: `Elastic Beanstalk reads only .config files in .ebextensions and will ignore ${misplaced.join(', ')}.`,
                    hint: 'Rename the file so that it ends in .config.',
                },
            ],
        });
    }
    return findings;
}
//# sourceMappingURL=lint.js.map
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __nccwpck_require__(298);
;// CONCATENATED MODULE: ./lib/bundle/exclusion.js
/** Which rule keeps a path out of the bundle: the exclude patterns, `.ebignore`, the built-in list, `.gitignore`, in this order. */


/** Capitals count, as for git on Linux, where the bundle will run. Built-in rules take any. */
const AS_GIT = { ignorecase: false };
function createExclusion(exclude, fileName) {
    const given = { name: 'exclude', base: '', rules: ignore(AS_GIT).add(exclude) };
    const builtIn = { name: 'built-in', base: '', rules: ignore().add(BUILT_IN_PATTERNS) };
    return withLayers(given, builtIn, fileName, []);
}
function withLayers(given, builtIn, fileName, files) {
    return {
        with: ({ base, text }) => {
            const layer = {
                name: base === '' ? `${fileName}` : `${base}/${fileName}`,
                base,
                rules: ignore(AS_GIT).add(text),
            };
            // Deeper files come first: they have the last word, as in git.
            return withLayers(given, builtIn, fileName, [layer, ...files]);
        },
        decide: (path, isDirectory) => {
            const chosen = fileName === '.ebignore' ? [given, ...files] : [given];
            for (const layer of chosen) {
                const answer = ask(layer, path, isDirectory);
                if (answer === 'include') {
                    const kept = ask(builtIn, path, isDirectory);
                    const secret = typeof kept === 'object' && isSecretPattern(kept.pattern);
                    return { include: true, asked: true, ...(secret ? { secret } : {}) };
                }
                if (answer !== undefined)
                    return out(layer, answer.pattern, false);
            }
            const kept = ask(builtIn, path, isDirectory);
            if (typeof kept === 'object')
                return out(builtIn, kept.pattern, true);
            return fileName === '.gitignore' ? byGit(files, path, isDirectory) : { include: true };
        },
    };
}
function byGit(files, path, isDirectory) {
    for (const layer of files) {
        const answer = ask(layer, path, isDirectory);
        if (answer === 'include')
            return { include: true };
        if (answer === undefined)
            continue;
        const buildOutput = buildOutputIn(answer.pattern);
        return buildOutput === undefined ? out(layer, answer.pattern, false) : { include: true, buildOutput };
    }
    return { include: true };
}
const out = (layer, pattern, builtIn) => ({
    include: false,
    rule: `${layer.name}: ${pattern}`,
    pattern,
    builtIn,
});
/** What a layer says about this very path. */
function ask(layer, path, isDirectory) {
    const relative = layer.base === '' ? path : path.slice(layer.base.length + 1);
    const cut = relative.lastIndexOf('/');
    // The directory is being read although this layer keeps it out: a stronger one has overruled it, with all it holds.
    if (cut > 0 && layer.rules.test(`${relative.slice(0, cut)}/`).ignored)
        return undefined;
    const result = layer.rules.test(isDirectory ? `${relative}/` : relative);
    if (result.ignored)
        return { pattern: result.rule?.pattern ?? '' };
    return result.unignored ? 'include' : undefined;
}
//# sourceMappingURL=exclusion.js.map
;// CONCATENATED MODULE: ./lib/bundle/links.js
/** Where a link leads: for `symlinks: follow`. */
async function followLink(files, realRoot, path, source) {
    const real = await realPathOrNothing(files, source);
    const found = real === undefined ? undefined : await files.stat(real);
    if (real === undefined || found === undefined)
        return refuse(dangling(path));
    return isInside(realRoot, real) ? { kind: 'at', source: real, found } : refuse(escaping(path));
}
/** The target to write into the bundle: for `symlinks: preserve`. A link to something that is made later is kept. */
async function keepLink(files, realRoot, path, source) {
    const target = slashes(await files.readLink(source));
    // Both are asked: the written path must stay inside wherever the bundle is unpacked, and so must what it leads to here.
    if (isAbsolute(target) || climbsOut(path, target))
        return refuse(escaping(path));
    const real = await realPathOrNothing(files, source);
    return real !== undefined && !isInside(realRoot, real) ? refuse(escaping(path)) : { kind: 'kept', target };
}
const refuse = (problem) => ({ kind: 'problem', problem });
const slashes = (path) => path.replaceAll('\\', '/');
const isAbsolute = (path) => path.startsWith('/') || /^[A-Za-z]:/.test(path);
function isInside(root, path) {
    return path === root || slashes(path).startsWith(`${slashes(root).replace(/\/$/, '')}/`);
}
/** Whether `target`, read from the directory of `path`, goes above the root at any point. */
function climbsOut(path, target) {
    let depth = path.split('/').length - 1;
    for (const part of target.split('/')) {
        if (part === '..')
            depth -= 1;
        else if (part !== '' && part !== '.')
            depth += 1;
        if (depth < 0)
            return true;
    }
    return false;
}
async function realPathOrNothing(files, path) {
    try {
        return await files.realPath(path);
    }
    catch {
        return undefined;
    }
}
const escaping = (path) => ({
    code: 'symlink-escapes',
    blame: 'you',
    what: `The symbolic link ${path} leads out of the directory that is bundled.`,
    hint: 'Copy what it points to into the directory, or leave the link out with an exclude pattern.',
});
const dangling = (path) => ({
    code: 'symlink-dangling',
    blame: 'you',
    what: `The symbolic link ${path} leads to nothing, so it cannot be followed.`,
    hint: 'Remove the link, leave it out with an exclude pattern, or set symlinks: preserve.',
});
//# sourceMappingURL=links.js.map
;// CONCATENATED MODULE: ./lib/bundle/select.js
/** Chooses the files of a directory for the bundle, and tells what was left out and why. */




/** Larger files are not looked into for secrets: keys and tokens are small. */
const SECRET_LOOK_LIMIT = 65_536;
async function selectFiles(request, files) {
    const found = await files.stat(request.root);
    const kind = found?.kind === 'symlink' ? (await files.stat(await files.realPath(request.root)))?.kind : found?.kind;
    if (kind !== 'directory')
        throw new domain_problem/* ActionError */.l(noDirectory(request.root, kind !== undefined));
    const realRoot = await files.realPath(request.root);
    const names = await files.list(realRoot);
    const fileName = ['.ebignore', '.gitignore'].find((name) => names.includes(name));
    const walk = {
        files,
        request,
        realRoot,
        // Without one at the root, `.gitignore` files deeper down still count.
        fileName: fileName ?? '.gitignore',
        entries: [],
        excluded: [],
        secrets: [],
        problems: [],
        buildOutputs: new Set(),
        madeExecutable: [],
        broughtBack: [],
    };
    const exclusion = createExclusion(request.exclude, walk.fileName);
    await readDirectory(walk, { path: '', source: realRoot, above: [] }, exclusion);
    return {
        entries: walk.entries.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0)),
        excluded: walk.excluded,
        secrets: walk.secrets,
        problems: walk.problems,
        notices: noticesOf(walk),
    };
}
async function readDirectory(walk, place, outer) {
    const { files, fileName } = walk;
    const names = await files.list(place.source);
    const ownRules = fileName !== undefined && names.includes(fileName);
    const exclusion = ownRules
        ? outer.with({ base: place.path, text: await files.readText(`${place.source}/${fileName}`) })
        : outer;
    const before = walk.entries.length;
    for (const name of names) {
        const path = place.path === '' ? name : `${place.path}/${name}`;
        const source = `${place.source}/${name}`;
        const found = await files.stat(source);
        if (found === undefined)
            throw new domain_problem/* ActionError */.l(vanished(path));
        await takeEntry(walk, place, exclusion, { path, name, source, found });
    }
    // An application may count on a directory being there; one that only held excluded files is not kept.
    if (names.length === 0 && place.path !== '' && walk.entries.length === before) {
        walk.entries.push({ kind: 'directory', path: place.path, mode: 0o755 });
    }
}
async function takeEntry(walk, place, exclusion, candidate) {
    const { path, source, found } = candidate;
    const link = found.kind === 'symlink' && walk.request.symlinks === 'follow';
    const target = link
        ? await followLink(walk.files, walk.realRoot, path, source)
        : { kind: 'at', source, found };
    if (target.kind === 'problem') {
        // What is left out anyway may point anywhere.
        if (exclusion.decide(path, false).include)
            walk.problems.push(target.problem);
        return;
    }
    const decision = exclusion.decide(path, target.found.kind === 'directory');
    if (!decision.include) {
        walk.excluded.push({ path: target.found.kind === 'directory' ? `${path}/` : path, rule: decision.rule });
        if (decision.builtIn && isSecretPattern(decision.pattern))
            walk.secrets.push(path);
        return;
    }
    if (decision.secret === true)
        walk.broughtBack.push(path);
    if (decision.buildOutput !== undefined)
        walk.buildOutputs.add(decision.buildOutput);
    switch (target.found.kind) {
        case 'directory': {
            const above = [...place.above, place.source];
            if (link && [...above].includes(target.source)) {
                walk.problems.push(cycle(path));
                return;
            }
            return readDirectory(walk, { path, source: target.source, above }, exclusion);
        }
        case 'file':
            return takeFile(walk, { ...candidate, source: target.source, found: target.found }, decision.asked === true);
        case 'symlink': {
            const kept = await keepLink(walk.files, walk.realRoot, path, source);
            if (kept.kind === 'problem')
                walk.problems.push(kept.problem);
            else
                walk.entries.push({ kind: 'symlink', path, mode: 0o777, target: kept.target });
            return;
        }
        case 'other':
            walk.excluded.push({ path, rule: 'not a regular file' });
            return;
    }
}
async function takeFile(walk, candidate, askedFor) {
    const { path, name, source, found } = candidate;
    if (mayHoldSecret(name) && found.bytes <= SECRET_LOOK_LIMIT) {
        const secret = secretIn(name, await walk.files.readText(source));
        if (secret !== undefined && askedFor)
            walk.broughtBack.push(path);
        else if (secret !== undefined) {
            walk.excluded.push({ path, rule: `built-in: ${secret}` });
            walk.secrets.push(path);
            return;
        }
    }
    const runs = isPlatformHook(path) && (found.mode & 0o111) === 0;
    if (runs)
        walk.madeExecutable.push(path);
    const mode = runs ? found.mode | 0o755 : found.mode;
    walk.entries.push({ kind: 'file', path, source, bytes: found.bytes, mode });
}
function noticesOf(walk) {
    const notices = [];
    if (walk.buildOutputs.size > 0) {
        const names = [...walk.buildOutputs].sort().join(', ');
        notices.push(`Build output (${names}) is in the bundle although .gitignore lists it; write an .ebignore to decide for yourself.`);
    }
    if (walk.madeExecutable.length > 0) {
        notices.push(`Made executable in the bundle: ${walk.madeExecutable.join(', ')}.`);
    }
    if (walk.broughtBack.length > 0) {
        notices.push(`In the bundle because a "!" pattern asks for it, although it looks like a secret: ${walk.broughtBack.join(', ')}.`);
    }
    return notices;
}
const noDirectory = (root, exists) => ({
    code: exists ? 'source-not-a-directory' : 'source-missing',
    blame: 'you',
    what: exists ? `${root} is not a directory.` : `There is no directory ${root}.`,
    hint: exists
        ? 'Give an archive as deployment-package-path instead of source-directory.'
        : 'Check source-directory, and that the step which checks out or builds the application ran in this job.',
});
const vanished = (path) => ({
    code: 'file-vanished',
    blame: 'you',
    what: `${path} vanished while the bundle was put together.`,
    hint: 'Let no other step write to the directory at the same time.',
});
const cycle = (path) => ({
    code: 'symlink-cycle',
    blame: 'you',
    what: `The symbolic link ${path} leads back to a directory that it is in.`,
    hint: 'Set symlinks: preserve, or leave the link out with an exclude pattern.',
});
//# sourceMappingURL=select.js.map
;// CONCATENATED MODULE: ./lib/bundle/make.js
/** From a directory or an archive to a checked bundle: a zip on disk with its hash. Nothing is called over the network. */




/** AWS guide, "Create an application source bundle": not larger than 500 MB. */
const BUNDLE_LIMIT_BYTES = 500 * 1_048_576;
/**
 * Answers every problem found at once. `to` is where the archive of a directory is written.
 * Throws `ActionError` when the outside fails in a way that leaves nothing to check (an unreadable file, a full disk).
 */
async function makeBundle(source, to, ports, say) {
    try {
        return source.kind === 'archive'
            ? await fromArchive(source.path, ports, say)
            : await fromDirectory(source, to, ports, say);
    }
    catch (error) {
        if (error instanceof domain_problem/* ActionError */.l)
            return make_refused([error.problem]);
        throw error;
    }
}
const make_refused = (problems) => ({ ok: false, problems });
async function fromDirectory(source, to, { files, archives }, say) {
    const { path: root, exclude, symlinks } = source;
    const chosen = await selectFiles({ root, exclude, symlinks }, files);
    const bytes = chosen.entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.bytes : 0), 0);
    const included = chosen.entries.filter(({ kind }) => kind !== 'directory').length;
    say({ type: 'bundle-entry-summary', included, bytes, excluded: chosen.excluded });
    for (const text of chosen.notices)
        say({ type: 'notice', text });
    if (chosen.secrets.length > 0)
        say({ type: 'warning', problem: secretsLeftOut(chosen.secrets) });
    if (included === 0 && chosen.problems.length === 0)
        return make_refused([empty(root)]);
    const { errors, warnings } = lint({ entries: chosen.entries, texts: await textsOf(chosen.entries, files) });
    for (const problem of warnings)
        say({ type: 'warning', problem });
    const problems = [...chosen.problems, ...errors];
    if (problems.length > 0)
        return make_refused(problems);
    await archives.pack(chosen.entries, to, BUNDLE_LIMIT_BYTES);
    return listed(to, archives);
}
async function fromArchive(path, { files, archives }, say) {
    const problem = await archiveProblem(path, files);
    if (problem !== undefined)
        return make_refused([problem]);
    const { entries, backslashes } = await archives.list(path);
    if (!entries.some(({ kind }) => kind !== 'directory'))
        return make_refused([empty(path)]);
    const texts = await archives.texts(path, (entry) => isLinted(entry.path), LINT_LIMIT_BYTES);
    const { errors, warnings } = lint({ entries, texts });
    for (const each of backslashes ? [...warnings, windowsPaths(path)] : warnings)
        say({ type: 'warning', problem: each });
    return errors.length > 0 ? make_refused(errors) : listed(path, archives);
}
async function listed(path, archives) {
    const { bytes, entries } = await archives.list(path);
    return { ok: true, bundle: { path, bytes, hash: bundleHash(entries, archives) } };
}
async function archiveProblem(path, files) {
    const link = await files.stat(path);
    if (link === undefined)
        return missing(path);
    const found = link.kind === 'symlink' ? await files.stat(await files.realPath(path)) : link;
    if (found === undefined)
        return missing(path);
    if (found.kind !== 'file')
        return notAFile(path);
    if (found.bytes === 0)
        return empty(path);
    return found.bytes > BUNDLE_LIMIT_BYTES ? tooLarge(path, found.bytes) : undefined;
}
async function textsOf(entries, files) {
    const texts = new Map();
    for (const entry of entries) {
        if (entry.kind !== 'file' || entry.bytes > LINT_LIMIT_BYTES || !isLinted(entry.path))
            continue;
        texts.set(entry.path, await files.readText(entry.source));
    }
    return texts;
}
const missing = (path) => ({
    code: 'bundle-missing',
    blame: 'you',
    what: `There is no bundle at ${path}.`,
    hint: 'Check deployment-package-path, and that the step which makes the archive ran in this job.',
    input: 'deployment-package-path',
});
const notAFile = (path) => ({
    code: 'bundle-not-a-file',
    blame: 'you',
    what: `${path} is not a file.`,
    hint: 'Give a zip or WAR file, or name the directory as source-directory.',
    input: 'deployment-package-path',
});
const empty = (path) => ({
    code: 'bundle-empty',
    blame: 'you',
    what: `There is nothing to deploy in ${path}.`,
    hint: 'Check the path and the rules that keep files out (.ebignore, .gitignore, exclude patterns).',
});
const tooLarge = (path, bytes) => ({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${path} has ${Math.ceil(bytes / 1_048_576)} MB; Elastic Beanstalk takes at most ${BUNDLE_LIMIT_BYTES / 1_048_576} MB.`,
    hint: 'Leave out what the application does not need, or ship it in a container image or from S3.',
});
const windowsPaths = (path) => ({
    code: 'bundle-backslashes',
    blame: 'you',
    what: `The entries of ${path} are named with backslashes.`,
    hint: 'Linux platforms fail to unpack such an archive: make it with a tool that writes "/", or give the directory instead.',
});
const secretsLeftOut = (paths) => ({
    code: 'secrets-left-out',
    blame: 'you',
    what: `Left out of the bundle because they look like secrets: ${paths.slice(0, 10).join(', ')}${paths.length > 10 ? ` and ${paths.length - 10} more` : ''}.`,
    hint: 'If the application needs one of them, bring it back with a "!" pattern in .ebignore or in the exclude patterns.',
});
//# sourceMappingURL=make.js.map
;// CONCATENATED MODULE: ./lib/bundle/resolve.js
/** Finds out, before anything is planned, which version is meant: makes and checks the bundle, then looks at what is there. */




/** Uploads nothing and creates no version. Throws `ActionError` when AWS cannot be asked. */
async function resolveVersion(settings, ports, say) {
    const { bundle: source } = settings;
    if (source === undefined)
        return { ok: true };
    if (source.kind === 'existing-version')
        return existingVersion(settings.application, source.label, ports);
    const to = `${ports.temporary}/beanstalk-rollout-${ports.random.uuid()}.zip`;
    const made = await makeBundle(source, to, ports, say);
    return made.ok ? withLabel(settings, made.bundle, ports, say) : made;
}
async function existingVersion(application, label, { beanstalk, store }) {
    const existing = await beanstalk.version(application, label);
    if (existing === undefined)
        return resolve_refuse(noVersion(application, label));
    if (existing.status === 'Failed')
        return resolve_refuse(failedVersion(label));
    if (existing.bundle !== undefined && (await isGone(existing.bundle, store)))
        return resolve_refuse(noObject(label));
    return { ok: true, source: { kind: 'existing', label }, existing };
}
const resolve_refuse = (problem) => ({ ok: false, problems: [problem] });
async function withLabel(settings, bundle, ports, say) {
    const wished = settings.versionLabel ?? defaultLabel(settings.commit, bundle.hash);
    let label = acceptableLabel(wished, bundle.hash);
    if (label !== wished)
        say({ type: 'notice', text: `The version label ${wished} is not allowed as it is; ${label} is used.` });
    for (let suffixed = false;; suffixed = true) {
        const existing = await ports.beanstalk.version(settings.application, label);
        const decision = decideLabel({
            label,
            hash: bundle.hash,
            existing,
            onConflict: settings.onLabelConflict,
            suffixed,
        });
        switch (decision.kind) {
            case 'create':
                return { ok: true, source: await newVersion(settings, bundle, label, ports) };
            case 'same-content':
                return {
                    ok: true,
                    source: await sameVersion(settings, bundle, decision.version, ports),
                    existing: decision.version,
                };
            case 'as-it-is':
                say({ type: 'warning', problem: bundleUnused(decision.said) });
                return existingVersion(settings.application, decision.version.label, ports);
            case 'refuse':
                return resolve_refuse(decision.problem);
            case 'try':
                say({ type: 'notice', text: decision.said });
                label = decision.label;
        }
    }
}
async function newVersion(settings, bundle, label, ports) {
    const key = bundleKey(settings.application, label, bundle.hash, extensionOf(bundle.path));
    const bucket = settings.bucket ?? (settings.dryRun ? undefined : await ports.beanstalk.storageBucket());
    // Asking for the service's bucket would create it where there is none yet: a dry run does not, and shows its pattern.
    const location = { bucket: bucket ?? `elasticbeanstalk-${settings.region}-<account>`, key };
    const object = bucket !== undefined && (await holds(location, bundle, ports.store));
    return sourceOf(settings, bundle, label, location, { object, version: false });
}
/** The version is there; its object may have been removed from the bucket, then it is uploaded to the same place again. */
async function sameVersion(settings, bundle, version, ports) {
    if (version.bundle === undefined)
        return { kind: 'existing', label: version.label };
    const object = !(await isGone(version.bundle, ports.store));
    return sourceOf(settings, bundle, version.label, version.bundle, { object, version: true });
}
function sourceOf(settings, bundle, label, location, reuse) {
    const description = describe(settings.comment, settings.commit, bundle.hash);
    return { kind: 'bundle', label, ...bundle, location, description, reuse };
}
/** Whether the object is there and says that it is this bundle; an upload finds out the rest. */
async function holds({ bucket, key }, bundle, store) {
    try {
        return (await store.head(bucket, key))?.metadata[HASH_METADATA] === bundle.hash;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
/** `true` only when S3 says so; without the permission to look, the version counts as whole. */
async function isGone({ bucket, key }, store) {
    try {
        return (await store.head(bucket, key)) === undefined;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
function orUnknown(error, value) {
    if (error instanceof domain_problem/* ActionError */.l && error.problem.code === 'permission-denied')
        return value;
    throw error;
}
const noVersion = (application, label) => ({
    code: 'version-missing',
    blame: 'you',
    what: `Application ${application} has no version ${label} (or the credentials may not see it).`,
    hint: 'Check version-label; give source-directory or deployment-package-path to create the version in this run.',
    input: 'version-label',
});
const failedVersion = (label) => ({
    code: 'version-failed',
    blame: 'you',
    what: `Elastic Beanstalk could not process version ${label}; it cannot be deployed.`,
    hint: 'Deploy the bundle under another label.',
    input: 'version-label',
});
const noObject = (label) => ({
    code: 'object-missing',
    blame: 'you',
    what: `The bundle of version ${label} is not in S3 any more; instances could not fetch it.`,
    hint: 'Give source-directory or deployment-package-path, so that the version is made anew.',
    input: 'version-label',
});
const bundleUnused = (said) => ({
    code: 'bundle-not-used',
    blame: 'you',
    what: said,
    hint: 'Set on-label-conflict: suffix to deploy the bundle of this run.',
    input: 'on-label-conflict',
});
//# sourceMappingURL=resolve.js.map
;// CONCATENATED MODULE: ./lib/prepare.js
/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */



/** Throws `ActionError` when AWS or the disk cannot be asked. */
async function prepare({ settings, snapshot, outside, cloud, say }) {
    const { temporary } = outside.host.run;
    const ports = { ...outside, ...cloud, temporary, archives: await outside.archives() };
    const resolved = await resolveVersion(settings, ports, say);
    if (!resolved.ok)
        return { kind: 'refused', problems: resolved.problems };
    const version = resolved.source === undefined ? {} : { version: resolved.source };
    const { options, removeOptions } = deployChange({ settings, snapshot, ...version });
    const { application, environmentName } = settings;
    const validation = await cloud.beanstalk.validate(application, environmentName, options, removeOptions);
    return OPERATIONS[settings.operation].plan({ settings, snapshot, validation, ...version });
}
//# sourceMappingURL=prepare.js.map
;// CONCATENATED MODULE: ./lib/report/secrets.js
const HIDDEN = '(hidden)';
const ENVIRONMENT_VARIABLES = 'aws:elasticbeanstalk:application:environment';
const secrets_SECRET_NAME = /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|auth|dsn|_key$|conn(ection)?[-_]?str/i;
function isSecret(option) {
    return option.namespace === ENVIRONMENT_VARIABLES || secrets_SECRET_NAME.test(option.name);
}
/** Options as they may be shown: names always, values of environment variables and secrets never. */
function shownOptions(options) {
    return options.map((option) => (isSecret(option) ? { ...option, value: HIDDEN } : option));
}
function shownStep(step) {
    switch (step.kind) {
        case 'publish-version':
            return step;
        case 'update':
            return { ...step, options: shownOptions(step.options) };
        case 'settle':
            return { ...step, expects: { ...step.expects, options: shownOptions(step.expects.options) } };
    }
}
function shownPlan(plan) {
    return { ...plan, steps: plan.steps.map(shownStep) };
}
//# sourceMappingURL=secrets.js.map
;// CONCATENATED MODULE: ./lib/report/json.js

/** Goes up when a member changes its meaning or disappears. */
const SCHEMA = 1;
const iso = (at) => new Date(at).toISOString();
/** A message without what must not be printed, and without what stands elsewhere in the report. */
function entry(progress) {
    const { at, ...rest } = progress;
    const time = iso(at);
    switch (rest.type) {
        case 'planned':
            return { at: time, type: rest.type };
        case 'ended':
            return { at: time, type: rest.type, state: rest.outcome.state };
        case 'step-started':
        case 'step-ended':
            return { at: time, ...rest, step: shownStep(rest.step) };
        case 'event-seen':
            return { at: time, type: rest.type, event: { ...rest.event, date: iso(rest.event.date) } };
        case 'notice':
        case 'warning':
        case 'bundle-entry-summary':
        case 'upload-progress':
        case 'waiting-for-environment':
        case 'view':
        case 'verdict':
        case 'instances':
        case 'look-failed':
        case 'cancel-requested':
            return { at: time, ...rest };
    }
}
function before(snapshot) {
    const { environment, instances, health, instanceIds, blindSpots } = snapshot.target;
    return { takenAt: iso(snapshot.takenAt), environment, instances, health, instanceIds, blindSpots };
}
function asked(record) {
    if (record.settings === undefined)
        return undefined;
    const { environmentVariables, options, strategy, allStrategies: _unused, ...rest } = record.settings;
    return {
        ...rest,
        strategy: strategy.name,
        options: shownOptions(options),
        environmentVariables: { set: Object.keys(environmentVariables.set), remove: environmentVariables.remove },
    };
}
function reportDocument(record) {
    return {
        schema: SCHEMA,
        startedAt: iso(record.startedAt),
        endedAt: iso(record.endedAt),
        durationSeconds: Math.round((record.endedAt - record.startedAt) / 1_000),
        apiCalls: record.apiCalls,
        outcome: record.outcome,
        problems: record.problems,
        settings: asked(record),
        before: record.snapshot === undefined ? undefined : before(record.snapshot),
        plan: record.plan === undefined ? undefined : shownPlan(record.plan),
        lastView: record.view,
        instances: record.instances,
        progress: record.progress.map(entry),
    };
}
function reportJson(record) {
    return `${JSON.stringify(reportDocument(record), null, 1)}\n`;
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./lib/report/listeners.js

/** What the rest of the program speaks to. `warn` prints a line and must not throw. */
function fanOut(clock, listeners, warn) {
    const broken = new Set();
    return (message) => {
        const progress = { ...message, at: clock.now() };
        for (const listener of listeners) {
            if (broken.has(listener))
                continue;
            try {
                listener.hear(progress);
            }
            catch (error) {
                broken.add(listener);
                const why = error instanceof Error ? error.message : String(error);
                try {
                    warn(`The listener "${listener.name}" failed and says nothing more; the deployment goes on: ${foreignText(why)}`);
                }
                catch {
                    // Nothing is left to say it with.
                }
            }
        }
    };
}
//# sourceMappingURL=listeners.js.map
;// CONCATENATED MODULE: ./lib/report/annotations.js
/** GitHub keeps ten per type and step; the last error is reserved for the verdict. */
const MOST = { error: 9, warning: 10, notice: 10 };
/** The runner cuts a message at 4096 characters (actions/runner, ExecutionContext). */
const LONGEST = 4_000;
class Annotations {
    #host;
    #count = { error: 0, warning: 0, notice: 0 };
    constructor(host) {
        this.#host = host;
    }
    /** Annotates while there is room, and prints a plain line afterwards. `message` is harmless already. */
    add(level, message, title) {
        if (this.#count[level] >= MOST[level]) {
            this.#host.line(`${level}: ${message}`);
            return;
        }
        this.#count[level] += 1;
        this.#host.annotate(level, message.slice(0, LONGEST), title);
    }
    /** The one error at the end. Always goes through. */
    verdict(message, title) {
        this.#host.annotate('error', message.slice(0, LONGEST), title);
    }
}
//# sourceMappingURL=annotations.js.map
;// CONCATENATED MODULE: ./lib/report/ending.js





/** Instances shown one by one; with more, those that are as they should be are only counted. */
const MOST_INSTANCES = 30;
function section(title, lines) {
    return lines.length === 0 ? [] : ['', title, ...lines];
}
/** What each instance runs; of many instances only those that differ from the majority. */
function instanceLines(record) {
    const { instances } = record;
    if (instances.length <= MOST_INSTANCES)
        return instances.length === 0 ? [] : textTable(instanceRows(instances));
    const wanted = record.plan?.versionLabel;
    const odd = instances.filter(({ status, deployment }) => (status !== 'Ok' && status !== 'Info') || deployment?.versionLabel !== wanted);
    const shown = odd.slice(0, MOST_INSTANCES);
    return [...textTable(instanceRows(shown)), `  … and ${instances.length - shown.length} more`];
}
function logLines(evidence) {
    return (evidence?.logs ?? []).flatMap(({ source, lines, truncated }) => [
        `  ${foreignText(source, 200)}${truncated ? ' (shortened)' : ''}`,
        ...foreignLines(lines.join('\n'), { lines: 80 }).map((line) => `  ${line}`),
    ]);
}
/** What to do next, with the addresses that help. */
function nextLines(record, run) {
    const problems = record.problems.length > 0 ? record.problems : [record.outcome.problem].filter((it) => it !== undefined);
    // The hints of several problems stand right behind each of them.
    const hints = problems.length === 1 ? problems.map(({ hint }) => `  ${foreignText(hint, 500)}`) : [];
    const codes = [...new Set(problems.map(({ code }) => errorPage(code, run)))];
    const id = record.snapshot?.target.environment.id;
    const region = record.settings?.region;
    const console = id === undefined || region === undefined ? undefined : consoleUrl(region, id);
    return [
        ...hints,
        ...codes.slice(0, 3).map((page) => `  About this error: ${page}`),
        ...(console === undefined ? [] : [`  The environment in the AWS console: ${console}`]),
        ...(record.reportPath === undefined ? [] : [`  Everything that was seen: ${foreignText(record.reportPath)}`]),
    ];
}
function evidenceLines(record) {
    const { evidence } = record.outcome;
    const causes = [...(evidence?.environmentCauses ?? []), ...(evidence?.health?.causes ?? [])];
    return [
        ...section('What each instance runs', instanceLines(record)),
        ...section('Causes named by the service', [...new Set(causes)].flatMap((cause) => foreignLines(cause, { lines: 5 }))),
        ...section('Log lines that matter', logLines(evidence)),
        ...section('Could not be read', (evidence?.gaps ?? []).map((gap) => `  ${foreignText(gap)}`)),
    ];
}
/** Everything after the verdict's own sentence. */
function endingLines(record, run) {
    const { outcome, problems } = record;
    const cost = `Took ${(0,domain_time/* formatDuration */.a3)(record.endedAt - record.startedAt)}, ${record.apiCalls} API calls.`;
    if (!isFailure(outcome.state)) {
        const proof = outcome.state === 'succeeded' ? [`Proof: ${proofWords(outcome)}.`] : [];
        const running = outcome.stillRunning.map((line) => `  ${foreignText(line)}`);
        return [...proof, ...section('Still running', running), cost];
    }
    const restored = restoredWords(outcome);
    return [
        ...section('Problems', problems.length > 1 ? problems.flatMap(problemLines).map((line) => `  ${line}`) : []),
        ...(restored === undefined ? [] : [restored]),
        ...evidenceLines(record),
        ...section('Still running', outcome.stillRunning.map((line) => `  ${foreignText(line)}`)),
        ...section('What to do next', nextLines(record, run)),
        '',
        cost,
    ];
}
/** Characters of a list in an annotation; the runner cuts a message at 4096. */
const ANNOTATION_LIST = 3_500;
function withinAnnotation(lines) {
    let length = 0;
    const fitting = lines.filter((line) => {
        length += line.length + 1;
        return length <= ANNOTATION_LIST;
    });
    const more = lines.length - fitting.length;
    return more === 0 ? fitting : [...fitting, `- … and ${more} more in the log`];
}
/** The text of the one error annotation: the verdict, and every problem when there are several. */
function errorText(record) {
    const { outcome, problems } = record;
    if (problems.length > 1) {
        const list = problems.map(({ what, hint }) => `- ${foreignText(what, 300)} ${foreignText(hint, 200)}`);
        return [headline(outcome), ...withinAnnotation(list)].join('\n');
    }
    const hint = outcome.problem === undefined ? '' : ` ${foreignText(outcome.problem.hint, 500)}`;
    return `${headline(outcome)}${hint}`;
}
//# sourceMappingURL=ending.js.map
;// CONCATENATED MODULE: ./lib/report/plan-text.js





/** The plan in a sentence. */
function planSentence(plan) {
    const what = plan.versionLabel === undefined ? 'configuration' : words_name(plan.versionLabel);
    const target = `${what} to ${words_name(plan.environment.name)}`;
    if (plan.unchanged !== undefined)
        return `Nothing to do for ${target}: ${foreignText(plan.unchanged)}`;
    const { forecast } = plan;
    const parts = [
        `${words_name(plan.strategy)}, ${plural(plan.steps.length, 'step')}`,
        `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${(0,domain_time/* formatDuration */.a3)(forecast.duration)}`,
        `never below ${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`,
        forecast.downtime === 'none' ? 'no downtime' : `downtime: ${forecast.downtime}`,
    ];
    return `Plan for ${target}: ${parts.join(' · ')}`;
}
function optionLines(step) {
    if (step.kind !== 'update')
        return [];
    const set = shownOptions(step.options).map((option) => `       ${words_name(option.namespace)} ${words_name(option.name)} = ${foreignText(option.value, 120)}`);
    const removed = step.removeOptions.map((option) => `       ${words_name(option.namespace)} ${words_name(option.name)} removed`);
    return [...set, ...removed];
}
/** Facts of a plan as label and text, for a log and for a page. */
function planFacts(plan) {
    const { forecast } = plan;
    const extra = forecast.extraInstances === 0
        ? 'none'
        : `${plural(forecast.extraInstances, 'instance')}, ${forecast.extraInstanceHours.toFixed(2)} instance-hours`;
    return [
        [
            'duration',
            `${(0,domain_time/* formatDuration */.a3)(forecast.duration)} (${forecast.durationBasis === 'learned' ? 'learned from this environment' : 'estimated'})`,
        ],
        ['gives up after', (0,domain_time/* formatDuration */.a3)(plan.timeout)],
        ['lowest capacity', `${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`],
        ['extra capacity', extra],
        ['downtime', forecast.downtime],
        ['versions side by side', forecast.versionsSideBySide ? 'yes, for a while' : 'no'],
        ['way back', foreignText(forecast.wayBack, 300)],
    ];
}
/** The plan in full: steps with their options, then what it costs. */
function planLines(plan) {
    const steps = plan.steps.flatMap((step, index) => [`  ${index + 1}. ${stepTitle(step)}`, ...optionLines(step)]);
    return [...steps, ...textTable(planFacts(plan).map(([label, text]) => [label, text]))];
}
/** The table of `dry-run`: every strategy for this environment. */
function comparisonLines(plan) {
    if (plan.comparison.length === 0)
        return [];
    return [
        'Every strategy for this environment (~ estimated, ▸ chosen)',
        ...textTable(forecastRows(plan.comparison, plan.strategy)),
    ];
}
//# sourceMappingURL=plan-text.js.map
;// CONCATENATED MODULE: ./lib/report/log.js






/** A progress line without news comes this often. */
const QUIET = (0,domain_time/* seconds */.YA)(30);
/** Failed looks in a row are told at the 1st, then this seldom. */
const LOOK_FAILED_QUIET = (0,domain_time/* minutes */.Gx)(1);
const WAITING_QUIET = (0,domain_time/* seconds */.YA)(30);
const UPLOAD_QUIET = (0,domain_time/* seconds */.YA)(5);
/** Excluded paths listed one by one. */
const MOST_EXCLUDED = 30;
/** When something of a kind was last printed, to print it seldom. */
class Throttle {
    #last;
    passes(at, quiet) {
        if (this.#last !== undefined && at - this.#last < quiet)
            return false;
        this.#last = at;
        return true;
    }
    reset(at) {
        this.#last = at;
    }
}
class Log {
    name = 'log';
    #host;
    #annotations;
    #views = new Throttle();
    #lookFailed = new Throttle();
    #waiting = new Throttle();
    #upload = new Throttle();
    #lastView = '';
    #lastVerdict = 'waiting';
    #lastWaitingStatus = '';
    #lastLookFailed = '';
    #grouped = false;
    #dryRun;
    /** `dryRun`: whether the plan is the product, so that it is not folded away. Asked when the plan arrives. */
    constructor(host, dryRun = () => false) {
        this.#host = host;
        this.#annotations = new Annotations({
            annotate: (level, message, title) => host.annotate(level, message, title),
            line: (text) => this.#line(text),
        });
        this.#dryRun = dryRun;
    }
    hear(progress) {
        switch (progress.type) {
            case 'planned':
                this.#plan(progress.plan);
                break;
            case 'step-started':
                this.#stepStarted(progress.index, progress.count, progress.step);
                break;
            case 'step-ended':
                this.#stepEnded(progress.index, progress.count, progress.step, progress.took);
                break;
            case 'waiting-for-environment':
                this.#waitingFor(progress);
                break;
            case 'event-seen':
                this.#lines(eventLines(progress.event));
                break;
            case 'view':
                this.#look(progress.at, progress.view, progress.elapsed);
                break;
            case 'look-failed':
                this.#failedLook(progress.at, progress.problem, progress.inARow);
                break;
            case 'notice':
            case 'warning':
            case 'bundle-entry-summary':
            case 'upload-progress':
            case 'verdict':
            case 'instances':
            case 'cancel-requested':
            case 'ended':
                this.#hearRest(progress);
                break;
        }
    }
    #hearRest(progress) {
        switch (progress.type) {
            case 'notice':
                this.#line(foreignText(progress.text, 1_000));
                break;
            case 'warning':
                this.#warn(progress.problem);
                break;
            case 'bundle-entry-summary':
                this.#bundle(progress);
                break;
            case 'upload-progress':
                this.#uploaded(progress.at, progress.sent, progress.total);
                break;
            case 'verdict':
                this.#judged(progress.verdict);
                break;
            case 'cancel-requested':
                this.#closeGroup();
                this.#line(`Asked to stop${progress.aborting ? ': aborting the update that this run started' : ''}.`);
                break;
            case 'ended':
                this.#closeGroup();
                break;
            case 'instances':
                break;
        }
    }
    /** The ending, verdict first. Called once, with everything known. */
    conclude(record) {
        this.#closeGroup();
        this.#line('');
        if (isFailure(record.outcome.state)) {
            this.#annotations.verdict(errorText(record), `Beanstalk Rollout: ${record.outcome.state}`);
        }
        else {
            this.#line(headline(record.outcome));
        }
        this.#lines(endingLines(record, this.#host.run));
    }
    /** A warning of the reporting itself. Never throws further than the host does. */
    warn(text) {
        this.#annotations.add('warning', text);
    }
    #line(text) {
        this.#host.line(withoutCommands(text));
    }
    #lines(lines) {
        for (const line of lines)
            this.#line(line);
    }
    #group(title) {
        this.#closeGroup();
        this.#host.group(withoutCommands(title));
        this.#grouped = true;
    }
    #closeGroup() {
        if (this.#grouped)
            this.#host.endGroup();
        this.#grouped = false;
    }
    #warn(problem) {
        this.#annotations.add('warning', `${foreignText(problem.what, 1_000)} ${foreignText(problem.hint, 500)}`.trim());
    }
    #bundle(summary) {
        const { included, bytes: size, excluded } = summary;
        this.#group(`Bundle: ${included} files, ${bytes(size)}; ${excluded.length} left out`);
        for (const { path, rule } of excluded.slice(0, MOST_EXCLUDED)) {
            this.#line(`  left out ${foreignText(path, 200)} (${foreignText(rule, 100)})`);
        }
        if (excluded.length > MOST_EXCLUDED)
            this.#line(`  … and ${excluded.length - MOST_EXCLUDED} more`);
        this.#closeGroup();
    }
    #plan(plan) {
        this.#closeGroup();
        this.#line(planSentence(plan));
        if (this.#dryRun()) {
            this.#lines(planLines(plan));
            this.#line('');
            this.#lines(comparisonLines(plan));
        }
        else if (plan.steps.length > 0) {
            this.#group('The plan in full');
            this.#lines(planLines(plan));
            this.#closeGroup();
        }
        for (const warning of plan.warnings)
            this.#annotations.add('warning', foreignText(warning, 1_000));
    }
    /** Short steps are folded; a watched step stays open, because a fold hides its live lines on GitHub. */
    #stepStarted(index, count, step) {
        const title = `Step ${index + 1} of ${count}: ${stepTitle(step)}`;
        this.#lastView = '';
        this.#lastVerdict = 'waiting';
        this.#upload.reset();
        if (step.kind === 'settle') {
            this.#closeGroup();
            this.#line(title);
        }
        else {
            this.#group(title);
        }
    }
    /** A step also ends when it failed; only the verdict of a watched step tells. */
    #stepEnded(index, count, step, took) {
        this.#closeGroup();
        const how = step.kind === 'settle' && this.#lastVerdict === 'reached' ? 'proven' : 'ended';
        this.#line(`Step ${index + 1} of ${count} ${how} after ${(0,domain_time/* formatDuration */.a3)(took)}`);
    }
    #judged({ verdict, reason }) {
        this.#lastVerdict = verdict;
        if (this.#host.run.debug)
            this.#host.debug(`${verdict}: ${foreignText(reason)}`);
    }
    #uploaded(at, sent, total) {
        if (sent < total && !this.#upload.passes(at, UPLOAD_QUIET))
            return;
        const percent = total > 0 ? Math.floor((100 * sent) / total) : 100;
        this.#line(`uploaded ${bytes(sent)} of ${bytes(total)} (${percent} %)`);
    }
    #waitingFor(progress) {
        if (progress.status === this.#lastWaitingStatus && !this.#waiting.passes(progress.at, WAITING_QUIET))
            return;
        this.#lastWaitingStatus = progress.status;
        this.#waiting.reset(progress.at);
        const waited = (0,domain_time/* formatDuration */.a3)(progress.waited);
        this.#line(`${words_name(progress.environment)} is ${progress.status}; waiting until it is Ready (${waited} so far)`);
    }
    #look(at, view, elapsed) {
        const identity = viewIdentity(view);
        if (identity === this.#lastView && !this.#views.passes(at, QUIET))
            return;
        this.#lastView = identity;
        this.#views.reset(at);
        this.#line(`${(0,domain_time/* formatDuration */.a3)(elapsed).padStart(7)}  ${viewLine(view)}`);
    }
    #failedLook(at, problem, inARow) {
        const isNew = problem.code !== this.#lastLookFailed;
        if (!isNew && !this.#lookFailed.passes(at, LOOK_FAILED_QUIET))
            return;
        this.#lastLookFailed = problem.code;
        this.#lookFailed.reset(at);
        const often = inARow > 1 ? ` (${inARow} times in a row)` : '';
        this.#line(`Looking again later${often}: ${foreignText(problem.what)}`);
    }
}
//# sourceMappingURL=log.js.map
;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The outputs of the step: all of them on every ending, empty where nothing is known. */



/** All outputs of a job may have 1 MB together (GitHub, "Workflow syntax", jobs.<id>.outputs); this one takes a quarter. */
const PLAN_LIMIT = 256 * 1024;
const REASON_LIMIT = 2_000;
function outputs_isColor(health) {
    return health === 'Green' || health === 'Yellow' || health === 'Red' || health === 'Grey';
}
/** The plan as JSON, with less in it when it would be too long; what was left out is named. */
function planJson(plan, limit = PLAN_LIMIT) {
    const full = shownPlan(plan);
    const shapes = [
        full,
        { ...full, comparison: [], leftOut: ['comparison'] },
        {
            ...full,
            comparison: [],
            steps: full.steps.map(({ kind }) => ({ kind })),
            leftOut: ['comparison', 'step details'],
        },
    ];
    for (const shape of shapes) {
        const text = JSON.stringify(shape);
        if (new TextEncoder().encode(text).length <= limit)
            return text;
    }
    return JSON.stringify({ operation: plan.operation, strategy: plan.strategy, leftOut: ['everything else'] });
}
function outputs_bundleHash(plan) {
    for (const step of plan?.steps ?? []) {
        if (step.kind === 'publish-version' && step.source.kind === 'bundle')
            return step.source.hash;
    }
    return '';
}
function highestDeploymentId(record) {
    const ids = record.instances.flatMap(({ deployment }) => (deployment?.id === undefined ? [] : [deployment.id]));
    return ids.length === 0 ? '' : String(Math.max(...ids));
}
/** Name to value, as declared in `domain/outputs.ts`. */
function outputsOf(record) {
    const { outcome, plan, snapshot, view } = record;
    const before = snapshot?.target.environment;
    const health = view?.health ?? before?.health;
    return {
        'environment-url': before?.cname ?? '',
        'environment-id': before?.id ?? '',
        'environment-status': view?.status ?? before?.status ?? '',
        'environment-health': health === undefined ? '' : outputs_isColor(health) ? health : (0,domain_environment/* colorOf */.HN)(health),
        'deployment-action-type': before === undefined ? '' : 'update',
        'version-label': plan?.versionLabel ?? before?.versionLabel ?? '',
        outcome: outcome.state,
        'outcome-reason': foreignText(outcome.reason, REASON_LIMIT),
        restored: outcome.restored,
        'previous-version-label': before?.versionLabel ?? '',
        'deployment-id': highestDeploymentId(record),
        'bundle-sha256': outputs_bundleHash(plan),
        plan: plan === undefined ? '' : planJson(plan),
        report: record.reportPath ?? '',
        'duration-seconds': String(Math.round((record.endedAt - record.startedAt) / 1_000)),
        'api-calls': String(record.apiCalls),
    };
}
//# sourceMappingURL=outputs.js.map
;// CONCATENATED MODULE: ./lib/report/record.js
/** Progress messages kept at most; beyond it the oldest views go first. A two-hour rollout has about a thousand. */
const KEPT = 20_000;
/** Collects progress for the report. Equal readings of the instances in a row are kept once. */
class Recorder {
    name = 'record';
    #progress = [];
    #instances = [];
    #view;
    #lastInstances = '';
    hear(progress) {
        if (progress.type === 'view')
            this.#view = progress.view;
        if (progress.type === 'instances') {
            this.#instances = progress.instances;
            const now = JSON.stringify(progress.instances);
            if (now === this.#lastInstances)
                return;
            this.#lastInstances = now;
        }
        this.#progress.push(progress);
        if (this.#progress.length > KEPT)
            this.#forgetOneView();
    }
    #forgetOneView() {
        const index = this.#progress.findIndex(({ type }) => type === 'view' || type === 'upload-progress');
        this.#progress.splice(Math.max(0, index), 1);
    }
    record(facts) {
        const evidence = facts.outcome.evidence?.instances ?? [];
        const instances = evidence.length > 0 ? evidence : (this.#instances ?? []);
        const before = facts.snapshot?.target.instances?.instances ?? [];
        return {
            ...facts,
            ...(this.#view === undefined ? {} : { view: this.#view }),
            instances: instances.length > 0 ? instances : before,
            progress: this.#progress,
        };
    }
}
//# sourceMappingURL=record.js.map
;// CONCATENATED MODULE: ./lib/report/summary.js






/** GitHub refuses a step summary above 1 MiB; the rest is room for other writers of the same step. */
const LIMIT_BYTES = 900 * 1024;
const summary_MARKS = {
    unchanged: '➖',
    planned: '📝',
    started: '▶️',
    succeeded: '✅',
    failed: '❌',
    'timed-out': '⌛',
    cancelled: '🛑',
};
function facts(record) {
    const { settings, plan, snapshot, outcome } = record;
    const environment = snapshot?.target.environment;
    const rows = [['Outcome', outcome.state]];
    if (environment !== undefined)
        rows.push(['Environment', `${foreignMarkdown(environment.name)} in ${foreignMarkdown(environment.application)}`]);
    if (settings !== undefined)
        rows.push(['Region', foreignMarkdown(settings.region)]);
    if (plan?.versionLabel !== undefined)
        rows.push(['Version', foreignMarkdown(plan.versionLabel)]);
    if (environment?.versionLabel !== undefined)
        rows.push(['Version before', foreignMarkdown(environment.versionLabel)]);
    if (plan !== undefined)
        rows.push(['Strategy', foreignMarkdown(plan.strategy)]);
    if (outcome.state === 'succeeded')
        rows.push(['Proof', proofWords(outcome)]);
    const restored = restoredWords(outcome);
    if (restored !== undefined)
        rows.push(['Restored', restored]);
    rows.push(['Duration', (0,domain_time/* formatDuration */.a3)(record.endedAt - record.startedAt)], ['API calls', String(record.apiCalls)]);
    const id = environment?.id;
    const console = id === undefined || settings === undefined ? undefined : consoleUrl(settings.region, id);
    if (console !== undefined)
        rows.push(['Console', `[open the environment](${console})`]);
    return markdownTable([['', ''], ...rows]);
}
function instances(record, most) {
    if (record.instances.length === 0 || most === 0)
        return '';
    const rows = record.instances
        .slice(0, most)
        .map((instance) => [
        foreignMarkdown(instance.id),
        foreignMarkdown(instance.deployment?.versionLabel ?? ''),
        instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
        instance.deployment?.status ?? '–',
        instance.status,
        foreignMarkdown(instance.causes.join('; ')),
    ]);
    const more = record.instances.length > most ? `\n\n… and ${record.instances.length - most} more instances.` : '';
    return `### What each instance runs\n\n${markdownTable([['Instance', 'Runs', 'Deployment', 'State', 'Health', 'Causes'], ...rows])}${more}`;
}
function evidence(record) {
    const found = record.outcome.evidence;
    if (found === undefined)
        return '';
    const causes = [...new Set([...found.environmentCauses, ...(found.health?.causes ?? [])])];
    const parts = [
        ...(causes.length === 0
            ? []
            : [`### Causes named by the service\n\n${foreignBlock(causes.join('\n'), { lines: 50 })}`]),
        ...found.logs.map(({ source, lines }) => `**${foreignMarkdown(source)}**\n\n${foreignBlock(lines.join('\n'), { lines: 100 })}`),
    ];
    return parts.join('\n\n');
}
function problems(record) {
    if (record.problems.length <= 1)
        return '';
    return record.problems.map(({ what, hint }) => `- ${foreignMarkdown(what)} ${foreignMarkdown(hint)}`).join('\n');
}
function next(record, run) {
    if (!isFailure(record.outcome.state))
        return '';
    const lines = nextLines(record, run);
    return lines.length === 0
        ? ''
        : `### What to do next\n\n${foreignBlock(lines.map((line) => line.trim()).join('\n'))}`;
}
function events(progress, most) {
    const seen = progress.flatMap((each) => (each.type === 'event-seen' ? [each.event] : []));
    if (seen.length === 0 || most === 0)
        return '';
    const rows = seen
        .slice(-most)
        .map((event) => [timeOfDay(event.date), event.severity, foreignMarkdown(event.message, 500)]);
    const title = seen.length > most ? `The last ${most} of ${seen.length} events` : plural(seen.length, 'event');
    return `<details><summary>${foreignHtml(title)} (UTC)</summary>\n\n${markdownTable([['Time', '', 'Event'], ...rows])}\n\n</details>`;
}
function compose(record, run, mostInstances, mostEvents) {
    const { outcome } = record;
    const parts = [
        `## ${summary_MARKS[outcome.state]} Beanstalk Rollout`,
        foreignMarkdown(outcome.reason, 1_000),
        problems(record),
        facts(record),
        ...(isFailure(outcome.state) ? [instances(record, mostInstances), evidence(record)] : []),
        next(record, run),
        events(record.progress, mostEvents),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** The summary as Markdown, below `limit` bytes: with fewer instances and events when needed. */
function summaryMarkdown(record, run, limit = LIMIT_BYTES) {
    const encoder = new TextEncoder();
    for (const most of [1_000, 200, 50, 10]) {
        const text = compose(record, run, most, most);
        if (encoder.encode(text).length <= limit)
            return text;
    }
    return compose({ ...record, problems: [], outcome: withoutEvidence(record) }, run, 0, 0);
}
function withoutEvidence(record) {
    const { evidence: _left, ...rest } = record.outcome;
    return rest;
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/report/report.js







class Report {
    say;
    path;
    #ports;
    #log;
    #recorder = new Recorder();
    #startedAt;
    #known = {};
    constructor(ports) {
        this.#ports = ports;
        this.#startedAt = ports.clock.now();
        this.#log = new Log(ports.host, () => this.#known.settings?.dryRun ?? false);
        this.path = `${ports.host.run.temporary}/beanstalk-rollout-${ports.random.uuid()}.json`;
        this.say = fanOut(ports.clock, [this.#log, this.#recorder], (text) => this.#log.warn(text));
    }
    /** Settings, snapshot and plan as they become known. */
    learn(more) {
        this.#known = { ...this.#known, ...more };
        if (more.plan !== undefined)
            this.say({ type: 'planned', plan: more.plan });
    }
    get known() {
        return this.#known;
    }
    /** Outputs first (they are what other steps wait for), then the file, the log, the summary. Each alone may fail. */
    async conclude(outcome) {
        this.say({ type: 'ended', outcome });
        const record = this.#recorder.record({
            problems: [],
            ...this.#known,
            startedAt: this.#startedAt,
            endedAt: this.#ports.clock.now(),
            outcome,
            apiCalls: this.#ports.calls(),
            reportPath: this.path,
        });
        this.#guarded('outputs', () => this.#setOutputs(record));
        await this.#writeFile(record);
        this.#guarded('log', () => this.#log.conclude(record));
        if (record.settings?.jobSummary ?? true) {
            this.#guarded('job summary', () => this.#ports.host.summary(summaryMarkdown(record, this.#ports.host.run)));
        }
    }
    #setOutputs(record) {
        for (const [name, value] of Object.entries(outputsOf(record)))
            this.#ports.host.output(name, value);
    }
    async #writeFile(record) {
        try {
            await this.#ports.files.writeText(this.path, reportJson(record));
        }
        catch (error) {
            this.#guarded('output', () => this.#ports.host.output('report', ''));
            this.#missing('JSON report', error);
        }
    }
    #guarded(what, work) {
        try {
            work();
        }
        catch (error) {
            this.#missing(what, error);
        }
    }
    #missing(what, error) {
        const why = foreignText(error instanceof Error ? error.message : String(error));
        try {
            this.#log.warn(`The ${what} could not be written: ${why}`);
        }
        catch {
            // Nothing is left to say it with; the outcome of the deployment stands.
        }
    }
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./lib/watch/allowances.js
/** How long the service may lag behind itself before a judge takes its answers at their word. One table, with reasons. */

const ALLOWANCES = {
    /**
     * An accepted update whose beginning nobody can see: the opening event is written before the answer and was readable
     * after 1.7 s (observed), so minutes of nothing are no lag.
     */
    notStarted: (0,domain_time/* minutes */.Gx)(3),
    /** DescribeEnvironments answers without the environment: eventual consistency, or a permission that was lost. */
    absent: (0,domain_time/* minutes */.Gx)(2),
    /** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
    labelLag: (0,domain_time/* seconds */.YA)(60),
    /** Ready, yet instances with another deployment: agents report every 10 s, removed instances stay listed for a while. */
    fleetLag: (0,domain_time/* seconds */.YA)(90),
    /** Ready, yet other option values in DescribeConfigurationSettings. */
    settingsLag: (0,domain_time/* seconds */.YA)(60),
    /** Instances or health that were not computed anew since the end, although agents report every 10 s. */
    refresh: (0,domain_time/* minutes */.Gx)(5),
    /** Basic health tells no refresh time; its checks run every 10 s (AWS guide, "Basic health reporting"). */
    basicRefresh: (0,domain_time/* seconds */.YA)(15),
    /** DateUpdated has not moved although an event announced the end so long ago: then it does not move. */
    unmovedDate: (0,domain_time/* seconds */.YA)(90),
};
//# sourceMappingURL=allowances.js.map
;// CONCATENATED MODULE: ./lib/domain/verdict.js
/** The three answers of a judge. "Cannot tell" is waiting, with that reason; it never becomes success by itself. */
const waiting = (reason) => ({ verdict: 'waiting', reason });
const reached = (reason) => ({ verdict: 'reached', reason });
const failed = (code, reason) => ({ verdict: 'failed', code, reason });
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./lib/watch/configuration-proof.js
/** Judges whether requested option values are deployed, by reading them back. Pure; never shows a value. */


const VARIABLES = 'aws:elasticbeanstalk:application:environment';
function asksSettings(expects) {
    return expects.options.length + expects.removedOptions.length > 0;
}
function findConfiguration(expects, known) {
    if (!asksSettings(expects))
        return { found: 'proven' };
    const { readySince, settings, settingsAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (settings === undefined || settingsAt === undefined || settingsAt < readySince) {
        return { found: 'pending', reason: 'the option settings have not been read back yet', wants: ['settings'] };
    }
    const deployed = settings.find((entry) => (entry.deploymentStatus ?? 'deployed') === 'deployed');
    const isOver = settingsAt - readySince >= ALLOWANCES.settingsLag;
    if (deployed === undefined)
        return withoutSettings(isOver);
    const wrong = [
        ...expects.options.filter((option) => !isDeployed(option, deployed)),
        ...expects.removedOptions.filter((option) => !isRemoved(option, deployed)),
    ];
    if (wrong.length === 0)
        return { found: 'proven', note: 'the requested option settings are deployed' };
    return notDeployed(wrong, settings, known, isOver, readySince);
}
function withoutSettings(isOver) {
    const reason = 'DescribeConfigurationSettings shows no deployed settings';
    if (!isOver)
        return { found: 'pending', reason, wants: ['settings'] };
    const permission = 'elasticbeanstalk:DescribeConfigurationSettings';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the permission ${permission} may be missing` };
}
function notDeployed(wrong, settings, known, isOver, readySince) {
    const names = wrong.map((option) => `${option.namespace} ${option.name}`).join(', ');
    const isDraftFailed = settings.some((entry) => entry.deploymentStatus === 'failed');
    const isAnnounced = known.events.failures.length > 0;
    if (!isOver && !isAnnounced && !isDraftFailed) {
        const reason = `not deployed yet: ${names}`;
        return { found: 'pending', reason, wants: ['settings'], dueAt: readySince + ALLOWANCES.settingsLag };
    }
    const draft = isDraftFailed ? '; the service keeps them as a draft that failed' : '';
    return {
        found: 'failed',
        code: 'configuration-failed',
        reason: `the environment is Ready without the requested settings: ${names}${draft}`,
    };
}
function isDeployed(option, deployed) {
    const value = deployedValue(option, deployed);
    // Passwords are not shown, or shown as asterisks: they cannot be compared.
    if (value === undefined)
        return /password/i.test(option.name);
    return /^\*+$/.test(value) || normalise(value) === normalise(option.value);
}
/** Only environment variables vanish; every other option falls back to a default that only the service knows. */
function isRemoved(option, deployed) {
    return option.namespace !== VARIABLES || (deployedValue(option, deployed) ?? '') === '';
}
function deployedValue(option, deployed) {
    if (option.resource === undefined)
        return (0,domain_environment/* optionValue */.TN)(deployed.options, option.namespace, option.name);
    return deployed.options.find((entry) => entry.namespace === option.namespace && entry.name === option.name && entry.resource === option.resource)?.value;
}
/** The service writes booleans its own way and may sort lists (subnets, security groups). */
function normalise(value) {
    const trimmed = value.trim();
    if (/^(true|false)$/i.test(trimmed))
        return trimmed.toLowerCase();
    return trimmed.includes(',')
        ? trimmed
            .split(',')
            .map((part) => part.trim())
            .sort()
            .join(',')
        : trimmed;
}
//# sourceMappingURL=configuration-proof.js.map
;// CONCATENATED MODULE: ./lib/watch/meanings.js
/**
 * What the texts of events mean, with where each was seen in public. Hints only: they explain, they speed a verdict up,
 * and they make a success suspicious; no verdict hangs on a wording alone, because many wordings were never published
 * (traffic splitting, user aborts, the tear-down of a failed immutable deployment).
 */

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const CLI = 'https://github.com/aws/aws-elastic-beanstalk-cli/blob/master/ebcli/resources/strings.py';
const fixed = (meaning) => () => meaning;
const started = (operation) => fixed({ kind: 'started', operation });
const completed = (operation) => fixed({ kind: 'completed', operation });
const number = (text) => Number(text ?? 0);
/** Ids of instances in a text, in their order. */
function instanceIdsIn(text) {
    return text.match(/\bi-[0-9a-z]{6,}\b/g) ?? [];
}
const MEANINGS = [
    // Beginnings
    { text: /^Environment update is starting\./, means: started('update'), source: `${GUIDE}/eb3-deploy.html` },
    { text: /^createEnvironment is starting\./, means: started('create'), source: `${GUIDE}/eb3-events.html` },
    { text: /^terminateEnvironment is starting\./, means: started('terminate'), source: `${GUIDE}/eb3-terminate.html` },
    { text: /^rebuildEnvironment is starting\./, means: started('rebuild'), source: CLI },
    { text: /^restartAppServer is starting\./, means: started('restart'), source: CLI },
    { text: /^swapEnvironmentCNAMEs is starting\./, means: started('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^delete(Application|Environment) is starting\./, means: started('terminate'), source: CLI },
    { text: /^createApplication(Version)? is starting\./, means: started('application'), source: CLI },
    // Nobody has published the opening line of an abort; any operation of that name is taken as one.
    {
        text: /^abort\w* is starting\./i,
        means: started('abort'),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Progress
    {
        text: /^Batch (\d+): Starting application deployment on instance/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Batch (\d+): \d+ EC2 instance\(s\) .*launched\. Deploying/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/9',
    },
    {
        text: /^Batch (\d+): Completed application deployment\./,
        means: (match) => ({ kind: 'batch-ended', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Command execution completed on (\d+) of (\d+) instances in environment\./,
        means: (match) => ({ kind: 'instances-done', done: number(match[1]), total: number(match[2]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Immutable deployment policy enabled\./,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Created temporary auto scaling group/i,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Rolling with Additional Batch deployment policy enabled\. Launching\s+a new batch of (\d+)/,
        means: (match) => ({ kind: 'additional-batch', instances: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/63',
    },
    {
        text: /^Deployment succeeded\. Terminating old instances/,
        means: fixed({ kind: 'cleaning-up' }),
        source: `${GUIDE}/environmentmgmt-updates-immutable.html`,
    },
    {
        text: /^Added instances? \[/,
        means: (match) => ({ kind: 'instances-added', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    {
        text: /^Removed instances? \[/,
        means: (match) => ({ kind: 'instances-removed', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    // Ends, good ones. None of them is proof.
    {
        text: /^New application version was deployed to running EC2 instances\./,
        means: fixed({ kind: 'version-deployed' }),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    {
        text: /^Successfully deployed new configuration to environment\./,
        means: fixed({ kind: 'configuration-deployed' }),
        source: CLI,
    },
    {
        text: /^Environment update completed successfully\./,
        means: completed('update'),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    { text: /^Successfully launched environment:/, means: completed('create'), source: `${GUIDE}/eb3-create.html` },
    { text: /^terminateEnvironment completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^deleteApplication completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^The application has been deleted successfully\./, means: completed('terminate'), source: CLI },
    { text: /^Completed swapping CNAMEs for environments/, means: completed('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^Restarted application server on all ec2 instances\./, means: completed('restart'), source: CLI },
    { text: /^createApplication(Version)? completed successfully\./, means: completed('application'), source: CLI },
    // Ends, bad ones: some of them are INFO.
    { text: /^Failed to deploy application\./, means: fixed({ kind: 'deployment-failed' }), source: CLI },
    {
        text: /^During an aborted deployment, some instances may have deployed/,
        means: fixed({ kind: 'deployment-failed' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    { text: /^Failed to deploy configuration\./, means: fixed({ kind: 'configuration-failed' }), source: CLI },
    {
        text: /^To enable immutable config and application deployments together, you must set both/,
        means: fixed({ kind: 'configuration-failed' }),
        source: 'https://github.com/hypothesis/deployment/pull/60',
    },
    {
        text: /^The environment was reverted to the previous configuration setting\./,
        means: fixed({ kind: 'reverted' }),
        source: CLI,
    },
    {
        text: /^(Update|Create) environment operation is complete, but with/,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to launch environment\./, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^Launched environment: .*However, there were issues during launch\./,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to (create|delete) platform version/, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^The environment termination step failed/,
        means: fixed({ kind: 'operation-failed' }),
        source: `${GUIDE}/AWSHowTo.eventbridge.html`,
    },
    {
        text: /^Unsuccessful command execution on instance id\(s\)/,
        means: fixed({ kind: 'failure-detail' }),
        source: 'https://github.com/einaregilsson/beanstalk-deploy/issues/86',
    },
    {
        text: /^Instance id\(s\) .* did not pass health check after command execution\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/using-features.rolling-version-deploy.html`,
    },
    {
        text: /^\[Instance: .*\] Command failed on instance\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Instance deployment failed\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Command execution completed on all instances\. Summary: \[.*(?:Failed|TimedOut): [1-9]/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^The following instances have not responded in the allowed command timeout time/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    // Unpublished; matched loosely because it only explains a state that was seen anyway.
    {
        text: /\b(environment update|update|deployment) (was |has been |is being )?(aborted|cancelled|canceled)\b/i,
        means: fixed({ kind: 'aborted' }),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Health
    {
        text: /^Environment health has transitioned (?:from \w+ )?to (\w+)\./,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: `${GUIDE}/health-enhanced-status.html`,
    },
    {
        text: /^Environment health has (?:been set|transitioned from \w+) to (GREEN|YELLOW|RED|GREY)/,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: CLI,
    },
    // Logs
    { text: /^Pulled logs for environment instances\./, means: fixed({ kind: 'logs-pulled' }), source: CLI },
    { text: /^Failed to pull logs for environment instances\./, means: fixed({ kind: 'logs-failed' }), source: CLI },
];
/** What a text means, as far as it was ever published; `undefined` for every other text. */
function meaningOf(message) {
    for (const row of MEANINGS) {
        const match = message.match(row.text);
        const meaning = match === null ? undefined : row.means(match);
        if (meaning !== undefined)
            return meaning;
    }
    return undefined;
}
const meanings_COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
function healthMeaning(word) {
    const name = word.toLowerCase();
    const to = domain_environment/* HEALTH_STATUSES */.i9.find((status) => status.toLowerCase() === name) ??
        meanings_COLORS.find((color) => color.toLowerCase() === name);
    return to === undefined ? undefined : { kind: 'health', to };
}
//# sourceMappingURL=meanings.js.map
;// CONCATENATED MODULE: ./lib/watch/event-facts.js

const NO_FACTS = {
    readings: 0,
    incredibleInARow: 0,
    seen: 0,
    batchesEnded: 0,
    temporaryGroup: false,
    additionalBatch: false,
    cleaningUp: false,
    failures: [],
    configurationFailures: [],
    errors: [],
    completed: [],
    addedIds: new Set(),
    removedIds: new Set(),
};
/** The health that an event announces, if it is such an event. */
function announcedHealth(event) {
    const meaning = meaningOf(event.message);
    return meaning?.kind === 'health' ? meaning.to : undefined;
}
function learnFromEvents(facts, fresh, credible, at) {
    const counted = {
        ...facts,
        readings: facts.readings + 1,
        incredibleInARow: credible ? 0 : facts.incredibleInARow + 1,
        seen: facts.seen + fresh.length,
    };
    const next = fresh.reduce(withEvent, counted);
    const ended = next.completed.length + next.failures.length > 0;
    return ended && next.endHintAt === undefined ? { ...next, endHintAt: at } : next;
}
function withEvent(facts, event) {
    const meaning = meaningOf(event.message);
    switch (event.attribution) {
        case 'own':
            return withMeaning(withOwn(facts, event), event, meaning);
        case 'shared':
            return meaning === undefined ? facts : withShared(facts, meaning);
        case 'other':
            return meaning === undefined ? facts : withOther(facts, event, meaning);
    }
}
function withOwn(facts, event) {
    const isError = event.severity === 'ERROR' || event.severity === 'FATAL';
    return {
        ...facts,
        newestOwn: Math.max(facts.newestOwn ?? event.date, event.date),
        firstOwn: Math.min(facts.firstOwn ?? event.date, event.date),
        errors: isError ? [...facts.errors, event] : facts.errors,
    };
}
function withMeaning(facts, event, meaning) {
    switch (meaning?.kind) {
        case 'batch-started':
            return { ...facts, batch: Math.max(facts.batch ?? 0, meaning.batch) };
        case 'batch-ended':
            return { ...facts, batchesEnded: Math.max(facts.batchesEnded, meaning.batch) };
        case 'instances-done':
            return withDone(facts, meaning);
        case 'temporary-group':
            return { ...facts, temporaryGroup: true };
        case 'additional-batch':
            return { ...facts, additionalBatch: true };
        case 'cleaning-up':
            return { ...facts, cleaningUp: true };
        case 'deployment-failed':
        case 'operation-failed':
            return { ...facts, failures: [...facts.failures, event] };
        case 'configuration-failed':
        case 'reverted':
            return {
                ...facts,
                failures: [...facts.failures, event],
                configurationFailures: [...facts.configurationFailures, event],
            };
        case 'completed':
            return { ...facts, completed: [...facts.completed, event] };
        case 'instances-added':
        case 'instances-removed':
            return withShared(facts, meaning);
        case 'started':
        case 'aborted':
        case 'failure-detail':
        case 'version-deployed':
        case 'configuration-deployed':
        case 'health':
        case 'logs-pulled':
        case 'logs-failed':
        case undefined:
            return facts;
    }
}
function withDone(facts, { done, total }) {
    const next = { ...facts, done: { done, total } };
    return facts.batch === undefined || facts.instancesPerBatch !== undefined || done === 0
        ? next
        : { ...next, instancesPerBatch: done / facts.batch };
}
/** Health transitions and the comings and goings of instances carry no request id (observed). */
function withShared(facts, meaning) {
    if (meaning.kind === 'instances-added') {
        return { ...facts, addedIds: new Set([...facts.addedIds, ...meaning.ids]) };
    }
    if (meaning.kind === 'instances-removed') {
        return { ...facts, removedIds: new Set([...facts.removedIds, ...meaning.ids]) };
    }
    return facts;
}
function withOther(facts, event, meaning) {
    const isAbort = meaning.kind === 'aborted' || (meaning.kind === 'started' && meaning.operation === 'abort');
    if (isAbort)
        return { ...facts, abortByOthers: event };
    if (meaning.kind !== 'started')
        return facts;
    switch (meaning.operation) {
        case 'terminate':
            return { ...facts, terminationByOthers: event };
        case 'update':
        case 'rebuild':
        case 'restart':
            // Late news of an operation before ours is no news.
            return facts.firstOwn !== undefined && event.date > facts.firstOwn ? { ...facts, updateByOthers: event } : facts;
        case 'create':
        case 'swap':
        case 'abort':
        case 'application':
            return facts;
    }
}
//# sourceMappingURL=event-facts.js.map
;// CONCATENATED MODULE: ./lib/watch/knowledge.js


/** The environment as the point of comparison of an update that is about to be asked for. */
function baselineOf(environment) {
    return {
        environmentId: environment.id,
        health: environment.health,
        ...(environment.dateUpdated === undefined ? {} : { dateUpdated: environment.dateUpdated }),
        ...(environment.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
    };
}
function beginKnowing(baseline, askedAt) {
    return {
        askedAt,
        baseline,
        environmentReadings: 0,
        absentInARow: 0,
        leftReady: false,
        abortingSeen: false,
        abortedByUs: false,
        readyInARow: 0,
        unavailable: {},
        samples: [],
        events: NO_FACTS,
    };
}
function knowledge_learn(known, seen) {
    switch (seen.of) {
        case 'environment':
            return seen.environment === undefined
                ? withoutEnvironment(known, seen.at)
                : withEnvironment(known, seen.environment, seen.at);
        case 'events':
            return withEvents(known, seen.fresh, seen.credible, seen.at);
        case 'instances':
            return withInstances(known, seen.reading, seen.at);
        case 'health':
            return withSample({ ...known, health: seen.reading, healthAt: seen.at }, { at: seen.at, health: seen.reading.status, source: 'reading', ...dated(seen.reading.refreshedAt) });
        case 'settings':
            return { ...known, settings: seen.settings, settingsAt: seen.at };
        case 'unavailable':
            return { ...known, unavailable: { ...known.unavailable, [seen.reading]: seen.problem } };
    }
}
/**
 * The service's date of the update's end: readings older than this say nothing about the result. `DateUpdated` equals the
 * last event's second or follows it within one (observed). `undefined` while it has not ended or no date is known.
 */
function endDate(known) {
    if (known.readySince === undefined)
        return undefined;
    const dates = [known.readyDateUpdated, known.events.newestOwn].filter((date) => date !== undefined);
    return dates.length === 0 ? undefined : Math.max(...dates);
}
function withoutEnvironment(known, at) {
    return {
        ...known,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: known.absentInARow + 1,
        absentSince: known.absentSince ?? at,
        absentAt: at,
    };
}
function withEnvironment(before, environment, at) {
    const { absentSince: _, absentAt: __, ...known } = before;
    const leftReady = known.leftReady || (environment.status !== 'Ready' && environment.status !== 'Unrecognised');
    const next = {
        ...known,
        environment,
        environmentAt: at,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: 0,
        leftReady,
        abortingSeen: known.abortingSeen || environment.status === 'Aborting',
    };
    const began = beganBecauseOf(next, environment, at);
    return withReadiness(began === undefined ? next : { ...next, began }, environment, at);
}
function beganBecauseOf(known, environment, at) {
    if (known.began !== undefined)
        return known.began;
    // The service refuses updates of environments that are not Ready: whatever runs after it accepted ours is ours.
    if (environment.status === 'Updating' || environment.status === 'Aborting')
        return { by: 'updating', at };
    const { dateUpdated } = known.baseline;
    if (dateUpdated !== undefined && environment.dateUpdated !== undefined && environment.dateUpdated > dateUpdated) {
        return { by: 'date-updated', at };
    }
    return undefined;
}
function withReadiness(known, environment, at) {
    if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at))
        return withoutReadiness(known);
    const next = {
        ...known,
        readySince: known.readySince ?? at,
        readyInARow: known.readyInARow + 1,
        ...(environment.dateUpdated === undefined ? {} : { readyDateUpdated: environment.dateUpdated }),
    };
    return withSample(next, { at, health: environment.healthStatus ?? environment.health, source: 'environment' });
}
/**
 * A Ready that was read before the update was noticed, or from a replica that lags, is not its end. DateUpdated moves with
 * every operation (observed), so the same DateUpdated as before means: that is still the moment before. Only when an event
 * has announced the end long ago is the date taken to be one that does not move.
 */
function isAfterTheUpdate(known, environment, at) {
    if (known.began === undefined)
        return false;
    if (known.leftReady)
        return true;
    const { dateUpdated } = known.baseline;
    if (dateUpdated === undefined || environment.dateUpdated === undefined)
        return true;
    if (environment.dateUpdated > dateUpdated)
        return true;
    const { endHintAt } = known.events;
    return endHintAt !== undefined && at - endHintAt >= ALLOWANCES.unmovedDate;
}
function withoutReadiness(known) {
    const { readySince: _, readyDateUpdated: __, ...rest } = known;
    return { ...rest, readyInARow: 0, samples: [] };
}
function withEvents(known, fresh, credible, at) {
    const events = learnFromEvents(known.events, fresh, credible, at);
    const began = known.began ?? (fresh.some((event) => event.attribution === 'own') ? { by: 'event', at } : undefined);
    const next = { ...known, events, eventsAt: at, ...(began === undefined ? {} : { began }) };
    return healthSamplesOf(fresh, at).reduce(withSample, next);
}
function healthSamplesOf(fresh, at) {
    return fresh.flatMap((event) => {
        const health = event.attribution === 'shared' ? announcedHealth(event) : undefined;
        return health === undefined ? [] : [{ at, health, source: 'event', date: event.date }];
    });
}
function withInstances(known, reading, at) {
    const ids = reading.instances.map((instance) => instance.deployment?.id ?? 0);
    const highest = Math.max(known.highestDeploymentId ?? 0, ...ids);
    return { ...known, instances: reading, instancesAt: at, ...(highest > 0 ? { highestDeploymentId: highest } : {}) };
}
function withSample(known, sample) {
    return known.readySince === undefined ? known : { ...known, samples: [...known.samples, sample] };
}
function dated(date) {
    return date === undefined ? {} : { date };
}
//# sourceMappingURL=knowledge.js.map
;// CONCATENATED MODULE: ./lib/watch/fleet.js



/** Whether instances are asked at all: not with basic health, and not for updates that leave them as they are. */
function asksInstances(expects, known) {
    return expects.enhancedHealth && expects.raisesDeploymentId && known.unavailable.instances === undefined;
}
/** Lags are measured by when the instances were read, not by now: a look that was throttled has seen nothing. */
function findFleet(expects, known) {
    const { readySince, instances: reading, instancesAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (reading === undefined || instancesAt === undefined || !isAfterEnd(reading, known)) {
        return notRefreshed(readySince, instancesAt);
    }
    const waited = instancesAt - readySince;
    if (reading.instances.length === 0 && expects.instances > 0)
        return emptyFleet(waited);
    const fleet = sortFleet(expects, known, reading);
    if (fleet.behind.length > 0)
        return split(expects, known, fleet, waited, readySince);
    const count = fleet.current.length;
    if (count < expects.instances && waited < ALLOWANCES.fleetLag) {
        const reason = `${count} of at least ${expects.instances} instances report the deployment`;
        return { found: 'pending', reason, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (count === 0 && expects.instances > 0) {
        return { found: 'failed', code: 'cannot-tell', reason: 'no instance in service says what it runs' };
    }
    return { found: 'proven', note: fleetNote(fleet, expects) };
}
/** The instances, each with what it says it runs: for people. Foreign text inside. */
function describeInstances(instances) {
    return instances.map((instance) => `${instance.id} ${describeDeployment(instance)}`).join(', ');
}
function sortFleet(expects, known, reading) {
    const end = endDate(known);
    const passing = reading.instances.filter((instance) => known.events.removedIds.has(instance.id) || isJustLaunched(instance, end));
    const serving = reading.instances.filter((instance) => !passing.includes(instance));
    const newest = Math.max(0, ...serving.map((instance) => instance.deployment?.id ?? 0));
    const isCurrent = (instance) => runsTheDeployment(instance, expects, known, newest);
    return {
        current: serving.filter(isCurrent),
        behind: serving.filter((instance) => !isCurrent(instance)),
        passing,
    };
}
function runsTheDeployment(instance, expects, known, newestId) {
    const { deployment } = instance;
    if (deployment === undefined || deployment.status !== 'Deployed')
        return false;
    if (expects.versionLabel !== undefined && deployment.versionLabel !== expects.versionLabel)
        return false;
    if (!expects.raisesDeploymentId)
        return true;
    if (deployment.id !== undefined && deployment.id < newestId)
        return false;
    if (expects.previousDeploymentId !== undefined)
        return (deployment.id ?? 0) > expects.previousDeploymentId;
    // Without the id from before, a new label is told by the label, and an equal one by the date of the deployment.
    return expects.versionLabel !== expects.previousVersionLabel || deployedSince(deployment.time, known);
}
/** Deployment times come from instances and have whole seconds (observed). */
function deployedSince(time, known) {
    const { firstOwn } = known.events;
    return time !== undefined && firstOwn !== undefined && time >= firstOwn - (0,domain_time/* seconds */.YA)(1);
}
/** Launched by Auto Scaling at the end or after it: gets the current version without being part of the update. */
function isJustLaunched(instance, end) {
    const isUndeployed = instance.deployment === undefined || instance.deployment.status === 'In Progress';
    return (isUndeployed && instance.launchedAt !== undefined && end !== undefined && instance.launchedAt >= end - (0,domain_time/* seconds */.YA)(1));
}
function isAfterEnd(reading, known) {
    const end = endDate(known);
    if (reading.refreshedAt === undefined || end === undefined) {
        return known.instancesAt !== undefined && known.instancesAt > (known.readySince ?? 0);
    }
    return reading.refreshedAt >= end;
}
function notRefreshed(readySince, readAt) {
    const reason = 'the instances have not reported since the update ended';
    const waitedFor = (readAt ?? readySince) - readySince;
    if (waitedFor < ALLOWANCES.refresh)
        return { found: 'pending', reason, wants: ['instances'] };
    const waited = (0,domain_time/* formatDuration */.a3)(waitedFor);
    return { found: 'failed', code: 'cannot-tell', reason: `${reason} ${waited} ago, so nobody can say what they run` };
}
function emptyFleet(waited) {
    const reason = 'DescribeInstancesHealth answers an empty list';
    if (waited < ALLOWANCES.absent)
        return { found: 'pending', reason, wants: ['instances'] };
    return {
        found: 'failed',
        code: 'cannot-tell',
        reason: `${reason}, which is also its answer to a caller without the permission elasticbeanstalk:DescribeInstancesHealth`,
    };
}
function split(expects, known, fleet, waited, readySince) {
    const count = fleet.behind.length;
    const total = count + fleet.current.length;
    const wanted = expects.versionLabel === undefined ? 'the deployment' : expects.versionLabel;
    const which = `${count} of ${total} instances ${count === 1 ? 'does' : 'do'} not run ${wanted}: ${describeInstances(fleet.behind)}`;
    // An event that announced the failure makes waiting for laggards pointless.
    if (waited < ALLOWANCES.fleetLag && known.events.failures.length === 0) {
        return { found: 'pending', reason: which, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (fleet.current.length === 0)
        return { found: 'failed', code: 'deployment-failed', reason: which };
    const rest = `; the others: ${describeInstances(fleet.current)}`;
    return { found: 'failed', code: 'split-fleet', reason: `${which}${rest}` };
}
function fleetNote(fleet, expects) {
    const count = fleet.current.length;
    const id = fleet.current[0]?.deployment?.id;
    const fewer = count < expects.instances ? ` (${expects.instances} were expected)` : '';
    const deployment = id === undefined ? 'the deployment' : `deployment ${id}`;
    return `${count === 1 ? 'its only instance reports' : `all ${count} instances report`} ${deployment}${fewer}`;
}
function describeDeployment(instance) {
    const { deployment } = instance;
    if (deployment === undefined)
        return 'reports no deployment';
    const id = deployment.id === undefined ? '' : ` (deployment ${deployment.id})`;
    const status = deployment.status === 'Deployed' ? '' : `, ${deployment.status}`;
    return `runs ${deployment.versionLabel ?? 'no version'}${id}${status}`;
}
//# sourceMappingURL=fleet.js.map
;// CONCATENATED MODULE: ./lib/watch/health-gate.js
/** Judges health after an update's end: accepted, computed after the end, and held without a bad sample. Pure. */




/** Finds out whether health holds; `enhanced` says whether statuses with refresh times can be had. */
function findHealth(rules, known, enhanced, now) {
    if (rules.accepted.kind === 'any')
        return { found: 'proven', note: 'health is not judged, as asked' };
    const { readySince } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    const graceEnd = readySince + rules.healthGrace;
    const samples = enhanced ? refreshedSamples(known) : settledSamples(known, readySince);
    // An announcement may arrive late: it can interrupt the hold, but what was looked at is what health is.
    const last = samples.findLast((sample) => sample.source !== 'event');
    if (last === undefined) {
        return withoutSample(known, enhanced, graceEnd + (enhanced ? ALLOWANCES.refresh : ALLOWANCES.basicRefresh));
    }
    const taste = tasteOf(rules.accepted, last.health, known);
    if (taste !== 'good')
        return notGood(taste, last, graceEnd, now, rules);
    return holding(rules, samples, known, last);
}
/** Samples that are newer than the update's end: all that follow the first reading computed after it. */
function refreshedSamples(known) {
    const end = endDate(known);
    const afterEnd = (sample) => sample.date === undefined || end === undefined || sample.date >= end;
    const first = known.samples.findIndex((sample) => sample.source === 'reading' && afterEnd(sample));
    return first < 0 ? [] : known.samples.slice(first).filter(afterEnd);
}
/** Basic health has no refresh time: samples count once its checks have run again. */
function settledSamples(known, readySince) {
    return known.samples.filter((sample) => sample.at - readySince >= ALLOWANCES.basicRefresh);
}
function withoutSample(known, enhanced, patience) {
    const reason = enhanced
        ? 'health has not been computed anew since the update ended'
        : 'basic health needs some seconds to be checked anew';
    const readAt = (enhanced ? known.healthAt : known.environmentAt) ?? 0;
    if (readAt < patience)
        return { found: 'pending', reason, wants: enhanced ? ['health'] : ['environment'] };
    const shown = known.health?.status ?? known.environment?.healthStatus ?? known.environment?.health ?? 'nothing';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the last that was shown is ${shown}` };
}
function notGood(taste, last, graceEnd, now, rules) {
    const { health } = last;
    const wanted = describeAccepted(rules.accepted);
    // The last word is a look made when the grace was over, not one from before.
    if (last.at < graceEnd) {
        const left = (0,domain_time/* formatDuration */.a3)(Math.max(0, graceEnd - now));
        const reason = `health is ${health}, accepted is ${wanted} (${left} of grace left)`;
        return { found: 'pending', reason, wants: [], dueAt: graceEnd };
    }
    const within = `within ${(0,domain_time/* formatDuration */.a3)(rules.healthGrace)} after the update ended`;
    return taste === 'bad'
        ? { found: 'failed', code: 'unhealthy', reason: `health is ${health} and did not hold at ${wanted} ${within}` }
        : {
            found: 'failed',
            code: 'cannot-tell',
            reason: `health is ${health}, which tells nothing, and did not become ${wanted} ${within}`,
        };
}
function holding(rules, samples, known, last) {
    const lastBad = samples.findLastIndex((sample) => tasteOf(rules.accepted, sample.health, known) !== 'good');
    const since = samples[lastBad + 1]?.at ?? last.at;
    const held = last.at - since;
    if (held >= rules.stableFor) {
        const note = rules.stableFor === 0 ? `health is ${last.health}` : `health ${last.health} held for ${(0,domain_time/* formatDuration */.a3)(held)}`;
        return { found: 'proven', note };
    }
    return {
        found: 'pending',
        reason: `health is ${last.health} and has held for ${(0,domain_time/* formatDuration */.a3)(held)} of ${(0,domain_time/* formatDuration */.a3)(rules.stableFor)}`,
        wants: [],
        dueAt: since + rules.stableFor,
    };
}
function tasteOf(accepted, health, known) {
    if (isAccepted(accepted, health, known))
        return 'good';
    const color = health_gate_isStatus(health) ? (0,domain_environment/* colorOf */.HN)(health) : health;
    return color === 'Grey' ? 'unclear' : 'bad';
}
function isAccepted(accepted, health, known) {
    switch (accepted.kind) {
        case 'any':
            return true;
        case 'statuses':
            return health_gate_isStatus(health) ? accepted.statuses.includes(health) : accepted.colors.includes(health);
        case 'not-worse':
            return isNotWorse(health, known);
    }
}
/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function isNotWorse(health, known) {
    if (health_gate_isStatus(health)) {
        if (health === 'Ok' || health === 'Info')
            return true;
        const baseline = known.baseline.healthStatus;
        return baseline !== undefined && (0,domain_environment/* isWorse */.Bx)(health, baseline) === false;
    }
    const rank = { Green: 0, Yellow: 1, Red: 2, Grey: Number.NaN };
    return health === 'Green' || rank[health] <= rank[known.baseline.health];
}
function health_gate_isStatus(health) {
    return domain_environment/* HEALTH_STATUSES */.i9.some((status) => status === health);
}
function describeAccepted(accepted) {
    switch (accepted.kind) {
        case 'any':
            return 'anything';
        case 'statuses':
            return accepted.statuses.length > 0 ? accepted.statuses.join(' or ') : accepted.colors.join(' or ');
        case 'not-worse':
            return 'no worse than before';
    }
}
//# sourceMappingURL=health-gate.js.map
;// CONCATENATED MODULE: ./lib/watch/label.js



/** Ready readings in a row after which a hint (a failure event, an abort, a third label) ends the allowance early. */
const SURE = 2;
/** `fleetAsked`: instances will prove the deployment, so a label that did not change need not. */
function findLabel(expects, known, fleetAsked) {
    const shown = known.environment?.versionLabel;
    const wanted = expects.versionLabel ?? expects.previousVersionLabel;
    if (wanted !== undefined && shown !== wanted)
        return otherLabel(expects, known, shown, wanted);
    const isTold = expects.versionLabel !== undefined && expects.versionLabel !== expects.previousVersionLabel;
    if (isTold || fleetAsked || asksSettings(expects))
        return { found: 'proven' };
    return withoutDiscriminator(known);
}
/**
 * The same label, no instances to ask, no option to read back: state cannot tell success from failure. Then a failure
 * that an event announced, or an abort, stands unrefuted.
 */
function withoutDiscriminator(known) {
    if (wasAborted(known))
        return { found: 'failed', code: 'aborted-elsewhere', reason: 'somebody aborted the update' };
    const [failure] = known.events.failures;
    if (failure === undefined)
        return { found: 'proven' };
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    return { found: 'failed', code, reason: `Elastic Beanstalk says: ${quote(failure)}` };
}
function otherLabel(expects, known, shown, wanted) {
    const readySince = known.readySince ?? 0;
    // By when it was read: a look that was throttled has seen nothing.
    const waited = (known.environmentAt ?? readySince) - readySince;
    const isThird = shown !== undefined && shown !== expects.previousVersionLabel;
    const isHinted = isThird || wasAborted(known) || known.events.failures.length > 0;
    const isOver = waited >= ALLOWANCES.labelLag || (isHinted && known.readyInARow >= SURE);
    if (!isOver) {
        const reason = `the environment is Ready and still shows ${shown ?? 'no version'}, not ${wanted}`;
        return { found: 'pending', reason, wants: ['environment', 'events'], dueAt: readySince + ALLOWANCES.labelLag };
    }
    if (shown === undefined) {
        return { found: 'failed', code: 'cannot-tell', reason: 'the environment is Ready and shows no version label' };
    }
    return isThird ? thirdLabel(known, shown, wanted) : previousLabel(known, shown, wanted, waited);
}
function thirdLabel(known, shown, wanted) {
    const who = known.events.updateByOthers === undefined ? '' : '; an update of somebody else started after ours';
    return {
        found: 'failed',
        code: 'wrong-version',
        reason: `the environment is Ready on ${shown}, which is neither ${wanted} nor what it had before${who}`,
    };
}
function previousLabel(known, shown, wanted, since) {
    const state = `the environment is Ready on ${shown} again, not on ${wanted}`;
    if (wasAborted(known)) {
        return { found: 'failed', code: 'aborted-elsewhere', reason: `somebody aborted the update: ${state}` };
    }
    const [failure] = known.events.failures;
    if (failure === undefined) {
        const reason = `${state}, for ${(0,domain_time/* formatDuration */.a3)(since)}, and no event said why`;
        const [error] = known.events.errors;
        return {
            found: 'failed',
            code: 'rolled-back',
            reason: error === undefined ? reason : `${state}; the first error was: ${quote(error)}`,
        };
    }
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    const cause = known.events.errors[0] ?? failure;
    return { found: 'failed', code, reason: `${state}; Elastic Beanstalk says: ${quote(cause)}` };
}
/** `Aborting` was seen, or an event told of an abort, and it was not ours. */
function wasAborted(known) {
    return !known.abortedByUs && (known.abortingSeen || known.events.abortByOthers !== undefined);
}
const LONGEST_QUOTE = 300;
function quote(event) {
    return event.message.length > LONGEST_QUOTE ? `${event.message.slice(0, LONGEST_QUOTE)}…` : event.message;
}
//# sourceMappingURL=label.js.map
;// CONCATENATED MODULE: ./lib/watch/judges.js
/**
 * Decides whether an update has settled as intended. Pure: knowledge and a moment in, a judgement out.
 *
 * Reached needs all of: the operation was seen to begin · Ready · the requested label, option values or a newer deployment
 * · every instance in service on that deployment · health accepted, computed after the end and held. Events explain and
 * speed up. What cannot be told is waited for and then a failure that says so; it never becomes a success.
 */







function judgeSettled(expects, rules, known, now) {
    const beforeEnd = judgePresence(known) ?? judgeBeginning(known) ?? judgeStatus(known);
    return beforeEnd ?? judgeResult(expects, rules, known, now);
}
/** The environment exists, can be seen, and is still the same one. */
function judgePresence(known) {
    const { environment, absentSince, absentAt } = known;
    if (environment !== undefined && environment.id !== known.baseline.environmentId) {
        return failing('environment-gone', `the environment was replaced: its id is ${environment.id} now`);
    }
    if (environment?.status === 'Terminating' || environment?.status === 'Terminated') {
        const verb = environment.status === 'Terminated' ? 'was terminated' : 'is being terminated';
        return failing('environment-gone', `the environment ${verb} while the update ran`);
    }
    if (absentSince === undefined)
        return undefined;
    const span = (absentAt ?? absentSince) - absentSince;
    if (span >= ALLOWANCES.absent)
        return absent(known, span);
    return pending('running', 'DescribeEnvironments answers without the environment', ['environment', 'events']);
}
function absent(known, since) {
    if (known.events.terminationByOthers !== undefined) {
        return failing('environment-gone', 'the environment was terminated while the update ran');
    }
    const never = known.environment === undefined ? 'has never shown the environment' : 'no longer shows the environment';
    const permission = 'elasticbeanstalk:DescribeEnvironments';
    return failing('cannot-tell', `DescribeEnvironments ${never} for ${(0,domain_time/* formatDuration */.a3)(since)}: it is gone, or the permission ${permission} is missing`);
}
function judgeBeginning(known) {
    if (known.began !== undefined)
        return undefined;
    // By what was read: looks that were throttled have seen nothing.
    const waited = Math.min(known.environmentAt ?? 0, known.eventsAt ?? 0) - known.askedAt;
    const wants = ['events', 'environment'];
    if (waited < ALLOWANCES.notStarted)
        return pending('beginning', 'the update was accepted and has not begun yet', wants);
    const blind = known.events.readings > 0 && known.events.seen === 0 && known.events.incredibleInARow > 0;
    const span = (0,domain_time/* formatDuration */.a3)(waited);
    return blind
        ? failing('cannot-tell', `no beginning was seen within ${span} and DescribeEvents answers an empty list: the permission elasticbeanstalk:DescribeEvents may be missing`)
        : failing('not-started', `the update was accepted, but nothing shows that it began within ${span}`);
}
function judgeStatus(known) {
    if (known.readySince !== undefined)
        return undefined;
    const wants = ['environment', 'events'];
    const status = known.environment?.status;
    switch (status) {
        case undefined:
            return pending('running', 'the environment has not been seen yet', wants);
        case 'Ready':
            return pending('running', 'the environment still shows the moment before the update', wants);
        case 'Updating':
            return pending('running', updatingReason(known), wants);
        case 'Aborting':
            return pending('running', known.abortedByUs ? 'our update is being aborted' : 'somebody aborts the update', wants);
        case 'Launching':
        case 'LinkingFrom':
        case 'LinkingTo':
        case 'Terminating':
        case 'Terminated':
            return pending('running', `the environment is ${status}`, wants);
        case 'Unrecognised':
            return pending('running', 'the environment has a status that this release does not know', wants);
    }
}
function updatingReason(known) {
    if (known.events.updateByOthers !== undefined)
        return 'the environment is busy with an update of somebody else';
    if (known.events.cleaningUp)
        return 'the new instances serve; old ones are being removed';
    const { done } = known.events;
    return done === undefined
        ? 'the update is in progress'
        : `the update is in progress: ${done.done} of ${done.total} instances have run it`;
}
/** Ready again: what is the environment now? */
function judgeResult(expects, rules, known, now) {
    const fleetAsked = asksInstances(expects, known);
    const enhanced = expects.enhancedHealth && known.unavailable.health === undefined && known.unavailable.instances === undefined;
    const label = findLabel(expects, known, fleetAsked);
    const findings = [
        label,
        findConfiguration(expects, known),
        fleetAsked ? explainFleet(findFleet(expects, known), known) : { found: 'proven' },
        findHealth(rules, known, enhanced, now),
    ];
    const failure = findings.find((finding) => finding.found === 'failed');
    const proof = fleetAsked ? 'instances' : 'environment';
    if (failure?.found === 'failed') {
        return { verdict: failed(failure.code, failure.reason), proof, phase: 'proving', wants: [] };
    }
    const open = findings.filter((finding) => finding.found === 'pending');
    const [first] = open;
    if (first !== undefined)
        return stillProving(first.reason, open, proof);
    return { verdict: reached(successReason(expects, findings, known)), proof, phase: 'proving', wants: [] };
}
/** An abort or a failure that events told of names the cause of a fleet that did not change as a whole. */
function explainFleet(finding, known) {
    if (finding.found !== 'failed' || finding.code === 'cannot-tell')
        return finding;
    return wasAborted(known)
        ? { ...finding, code: 'aborted-elsewhere', reason: `somebody aborted the update; ${finding.reason}` }
        : finding;
}
function stillProving(reason, open, proof) {
    const wants = [...new Set(open.flatMap((finding) => finding.wants))];
    const dues = open.flatMap((finding) => (finding.dueAt === undefined ? [] : [finding.dueAt]));
    return {
        verdict: waiting(reason),
        proof,
        phase: 'proving',
        wants,
        ...(dues.length === 0 ? {} : { dueAt: Math.min(...dues) }),
    };
}
function successReason(expects, findings, known) {
    const head = expects.versionLabel === undefined
        ? 'the environment is Ready'
        : `the environment is Ready on ${expects.versionLabel}`;
    const notes = findings.flatMap((finding) => finding.found === 'proven' && finding.note !== undefined ? [finding.note] : []);
    const doubts = known.events.errors.length + known.events.failures.filter((event) => event.severity === 'INFO').length;
    const doubt = doubts === 0 ? [] : [`although ${doubts} ${doubts === 1 ? 'event' : 'events'} of the update spoke of errors`];
    return [head, ...notes, ...doubt].join('; ');
}
function failing(code, reason) {
    return { verdict: failed(code, reason), proof: 'environment', phase: 'running', wants: [] };
}
function pending(phase, reason, wants) {
    return { verdict: waiting(reason), proof: 'none', phase, wants };
}
//# sourceMappingURL=judges.js.map
;// CONCATENATED MODULE: ./lib/watch/pace.js
/**
 * Decides when to look next and which (at most two) calls the look makes. Pure: no clock, no call.
 *
 * DescribeEvents and DescribeEnvironments are limited to about two a second for the whole account and region, shared with
 * the console and every other pipeline, so a look is rare where nothing is expected and quick where something is:
 *
 *   asked ·· begins ········ quiet middle ········ near the expected end ·· Ready ·· proof held ·· drained
 *     1 s      5 s             up to 12 s                  5 s                2.5–5 s        1 s
 */

/** Calls that may have been sent so long after the start before the pace slows down: some 70 in ten minutes. */
const BUDGET = { base: 20, perSecond: 0.085 };
const pace_LONGEST = (0,domain_time/* minutes */.Gx)(1);
const NEAR = (0,domain_time/* seconds */.YA)(5);
function planLook(judgement, known, pacing, now) {
    const readings = chooseReadings(judgement, known, pacing, now);
    return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}
/** The last reading before success is believed: events and environment once more, a second later. */
function planDrain(pacing, now) {
    return { at: now + Math.min((0,domain_time/* seconds */.YA)(1), pacing.pollInterval ?? (0,domain_time/* seconds */.YA)(1)), readings: ['environment', 'events'] };
}
function chooseInterval(judgement, known, pacing, now, calls) {
    const slowed = 2 ** Math.min(pacing.failedInARow, 5);
    if (pacing.pollInterval !== undefined)
        return Math.min(pacing.pollInterval * slowed, Math.max(pace_LONGEST, pacing.pollInterval));
    const wished = interval(judgement, known, pacing, now);
    const stretched = judgement.phase === 'running' ? Math.max(wished, stretch(pacing, now, calls)) : wished;
    const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
    const planned = Math.min(spread, pace_LONGEST);
    return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}
function interval(judgement, known, pacing, now) {
    switch (judgement.phase) {
        case 'beginning':
            return pacing.looks < 3 ? (0,domain_time/* seconds */.YA)(1) : pacing.looks < 8 ? (0,domain_time/* seconds */.YA)(3) : (0,domain_time/* seconds */.YA)(8);
        case 'running':
            return runningInterval(known, pacing, now);
        case 'proving':
            return provingInterval(judgement, known, now);
    }
}
function runningInterval(known, pacing, now) {
    const { endHintAt } = known.events;
    // An event announced the end: the state follows within a second or two.
    if (endHintAt !== undefined && now - endHintAt < (0,domain_time/* seconds */.YA)(30))
        return (0,domain_time/* seconds */.YA)(1.5);
    const elapsed = now - pacing.askedAt;
    const expected = pacing.expectedDuration;
    const window = Math.max(expected / 10, (0,domain_time/* seconds */.YA)(20));
    if (Math.abs(elapsed - expected) <= window || elapsed < (0,domain_time/* seconds */.YA)(30))
        return NEAR;
    return Math.min(Math.max(expected / 50, NEAR), (0,domain_time/* seconds */.YA)(12));
}
/** Right after Ready the missing proofs arrive within an agent's ten seconds; a long hold needs no hurry until its end. */
function provingInterval(judgement, known, now) {
    const proving = now - (known.readySince ?? now);
    if (judgement.wants.length > 0 && proving < (0,domain_time/* seconds */.YA)(20))
        return (0,domain_time/* seconds */.YA)(2.5);
    const untilDue = judgement.dueAt === undefined ? (0,domain_time/* seconds */.YA)(30) : judgement.dueAt - now;
    return Math.min(Math.max(untilDue / 6, NEAR), (0,domain_time/* seconds */.YA)(15));
}
/** Longer pauses when more calls were sent than the elapsed time allows. */
function stretch(pacing, now, calls) {
    const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
    return pacing.calls > allowed ? (0,domain_time/* seconds */.YA)(calls / BUDGET.perSecond) : 0;
}
/** Looks exactly when waiting alone is over, rather than some seconds before and again after. */
function untilDue(planned, dueAt, now) {
    if (dueAt === undefined || dueAt <= now)
        return planned;
    return dueAt - now <= planned * 1.5 ? dueAt - now : planned;
}
function chooseReadings(judgement, known, pacing, now) {
    const usual = ['environment', 'events'];
    switch (judgement.phase) {
        case 'beginning':
            return usual;
        case 'running':
            return runningReadings(known, pacing, now);
        case 'proving':
            return provingReadings(judgement, pacing) ?? usual;
    }
}
/** Mostly both; now and then the instances, which show how far it is; events alone while the budget is short. */
function runningReadings(known, pacing, now) {
    const isAnnounced = known.events.endHintAt !== undefined;
    const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
    if (isAnnounced || isBlind)
        return ['environment', 'events'];
    const canAskInstances = pacing.enhancedHealth && known.unavailable.instances === undefined;
    const turn = pacing.looks % 3;
    if (turn === 2 && canAskInstances)
        return ['environment', 'instances'];
    const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
    return pacing.calls < allowed * 0.7 || turn === 2 ? ['environment', 'events'] : ['events'];
}
/** What is missing and the usual pair take turns: a status that moves on must not be missed over a proof that lags. */
function provingReadings(judgement, pacing) {
    if (judgement.wants.length === 0 || pacing.looks % 2 === 0)
        return undefined;
    return judgement.wants.slice(0, 2);
}
//# sourceMappingURL=pace.js.map
;// CONCATENATED MODULE: ./lib/watch/shape.js
/** A sentence when what is seen contradicts the wished policy; `undefined` while nothing does. */
function contradictsPolicy(expects, known, shape) {
    const { policy } = expects;
    if (policy === undefined || !expects.raisesDeploymentId || known.readySince !== undefined)
        return undefined;
    const seen = seenInstead(policy, expects, known, shape);
    return seen === undefined ? undefined : `The deployment policy ${policy} was asked for, but ${seen}.`;
}
function seenInstead(policy, expects, known, shape) {
    const changing = changingInstances(expects, known);
    const kept = changing.filter((instance) => shape.before.has(instance.id));
    switch (policy) {
        case 'AllAtOnce':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return known.events.batch !== undefined && known.events.batch > 1 ? 'instances change in batches' : undefined;
        case 'Rolling':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            if (known.events.additionalBatch)
                return 'an additional batch of instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'RollingWithAdditionalBatch':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'Immutable':
        case 'TrafficSplitting':
            return kept.length > 0 ? `${kept.length} of the old instances are changed in place` : undefined;
    }
}
/** Instances on which the new deployment runs right now. */
function changingInstances(expects, known) {
    const previous = expects.previousDeploymentId ?? 0;
    return (known.instances?.instances ?? []).filter(({ deployment }) => deployment?.status === 'In Progress' && (deployment.id ?? 0) > previous);
}
function tooManyAtOnce(changing, shape) {
    if (shape.batch === undefined || changing.length <= shape.batch)
        return undefined;
    return `${changing.length} instances change at once where a batch holds ${shape.batch}`;
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./lib/watch/view.js

function viewOf(expects, known, schedule, now) {
    const { environment } = known;
    const health = healthOf(known);
    const requests = requestsOf(known);
    const updated = updatedInstances(expects, known);
    const remaining = remainingTime(known, schedule, now);
    return {
        status: environment?.status ?? 'Unrecognised',
        ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(health === undefined ? {} : { health }),
        ...batchOf(known),
        ...(updated === undefined ? {} : { updated }),
        ...(expects.versionLabel === undefined ? {} : { wantedLabel: expects.versionLabel }),
        ...(requests === undefined ? {} : { requests }),
        ...(remaining === undefined ? {} : { remaining }),
    };
}
/** Whichever reading is newer. */
function healthOf({ environment, environmentAt, health, healthAt }) {
    const shown = environment?.healthStatus ?? environment?.health;
    if (health === undefined || shown === undefined)
        return health?.status ?? shown;
    return (healthAt ?? 0) >= (environmentAt ?? 0) ? health.status : shown;
}
/** DescribeEnvironmentHealth sums requests up itself; while it is not asked, the instances' numbers are summed up here. */
function requestsOf({ health, healthAt, instances, instancesAt }) {
    if (health?.requests !== undefined && (healthAt ?? 0) >= (instancesAt ?? 0))
        return health.requests;
    const all = instances?.instances.flatMap(({ requests }) => (requests === undefined ? [] : [requests])) ?? [];
    const [first] = all;
    if (first === undefined)
        return undefined;
    const sum = (pick) => all.reduce((total, one) => total + pick(one), 0);
    const slowest = all.flatMap(({ p99 }) => (p99 === undefined ? [] : [p99]));
    return {
        windowSeconds: first.windowSeconds,
        requestCount: sum((one) => one.requestCount),
        status2xx: sum((one) => one.status2xx),
        status3xx: sum((one) => one.status3xx),
        status4xx: sum((one) => one.status4xx),
        status5xx: sum((one) => one.status5xx),
        ...(slowest.length === 0 ? {} : { p99: Math.max(...slowest) }),
    };
}
function batchOf(known) {
    const { batch, done, instancesPerBatch } = known.events;
    if (batch === undefined)
        return {};
    if (done === undefined || instancesPerBatch === undefined)
        return { batch: { current: batch } };
    return { batch: { current: batch, total: Math.max(batch, Math.ceil(done.total / instancesPerBatch)) } };
}
/** Events tell sooner that a batch has run; instances tell what they really run. */
function updatedInstances(expects, known) {
    const told = known.events.done;
    if (known.instances === undefined || !expects.raisesDeploymentId)
        return told;
    const fleet = sortFleet(expects, known, known.instances);
    const total = fleet.current.length + fleet.behind.length;
    const done = told?.total === total && known.readySince === undefined ? told.done : 0;
    return { done: Math.max(fleet.current.length, done), total };
}
function remainingTime(known, schedule, now) {
    if (known.readySince !== undefined)
        return undefined;
    const left = schedule.askedAt + schedule.expectedDuration - now;
    return left > 0 ? left : undefined;
}
//# sourceMappingURL=view.js.map
;// CONCATENATED MODULE: ./lib/watch/session.js







/** One wait for one update. */
class Session {
    #request;
    #parts;
    #known;
    #judgement;
    #looks = 0;
    #calls = 0;
    #drainingSince;
    #said = '';
    #warned = false;
    constructor(request, parts) {
        this.#request = request;
        this.#parts = parts;
        this.#known = beginKnowing(request.baseline, request.askedAt);
        this.#judgement = judgeSettled(request.expects, request.rules, this.#known, request.askedAt);
    }
    get known() {
        return this.#known;
    }
    get isDraining() {
        return this.#drainingSince !== undefined;
    }
    plan(failedInARow, jitter, now) {
        const { askedAt, expectedDuration, expects } = this.#request;
        const { pollInterval } = this.#parts;
        const pacing = {
            askedAt,
            expectedDuration,
            looks: this.#looks,
            calls: this.#calls,
            failedInARow,
            enhancedHealth: expects.enhancedHealth,
            jitter,
            ...(pollInterval === undefined ? {} : { pollInterval }),
        };
        if (this.isDraining && failedInARow === 0)
            return planDrain(pacing, now);
        return planLook(this.#judgement, this.#known, pacing, now);
    }
    lookStarts(calls) {
        this.#looks += 1;
        this.#calls += calls;
    }
    learn(seen) {
        this.#known = knowledge_learn(this.#known, seen);
    }
    /** Answers how the wait has ended, or `undefined` to look again. */
    judge(eventsRead, now) {
        const { expects, rules, deadline } = this.#request;
        const known = this.#known;
        this.#judgement = judgeSettled(expects, rules, known, now);
        const { verdict, proof } = this.#judgement;
        this.#sayWhereItStands(verdict, now);
        if (verdict.verdict === 'failed')
            return { end: 'judged', verdict, proof, known };
        if (verdict.verdict === 'waiting')
            this.#drainingSince = undefined;
        else {
            if (this.#drainingSince !== undefined && eventsRead)
                return { end: 'judged', verdict, proof, known };
            this.#drainingSince ??= now;
            const spent = now - this.#drainingSince;
            if (spent >= ALLOWANCES.absent && known.events.incredibleInARow > 2)
                return { end: 'judged', verdict: undrained(spent), proof, known };
        }
        // What was proven by the last look before the deadline still gets its drain.
        const isDrainDue = this.#drainingSince === now;
        return now >= deadline && !isDrainDue ? { end: 'timed-out', reason: verdict.reason, known } : undefined;
    }
    #sayWhereItStands(verdict, now) {
        const { expects, askedAt, expectedDuration, shape } = this.#request;
        const { say } = this.#parts;
        const view = viewOf(expects, this.#known, { askedAt, expectedDuration }, now);
        say({ type: 'view', view, elapsed: now - askedAt });
        if (verdict.reason !== this.#said)
            say({ type: 'verdict', verdict });
        this.#said = verdict.reason;
        const contradiction = this.#warned ? undefined : contradictsPolicy(expects, this.#known, shape);
        if (contradiction === undefined)
            return;
        this.#warned = true;
        say({ type: 'warning', problem: policyProblem(contradiction) });
    }
}
function policyProblem(what) {
    return {
        code: 'policy-not-at-work',
        blame: 'aws',
        what,
        hint: 'Watch the capacity of this deployment; set the policy in an update of its own before the next one.',
    };
}
function undrained(spent) {
    const reason = `the state shows success, but for ${(0,domain_time/* formatDuration */.a3)(spent)} the events could not be read to their end; the permission elasticbeanstalk:DescribeEvents may be missing`;
    return { verdict: 'failed', code: 'cannot-tell', reason };
}
//# sourceMappingURL=session.js.map
;// CONCATENATED MODULE: ./lib/watch/stop.js
/** Lets a call that cannot be interrupted be left behind when the rollout is asked to stop. */
/** The answer of `work`, or `undefined` as soon as `signal` aborts. What `work` does afterwards is ignored. */
function unlessStopped(work, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => resolve(undefined);
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}
//# sourceMappingURL=stop.js.map
;// CONCATENATED MODULE: ./lib/watch/stream.js

/** How far back each reading goes: instance events arrive seconds, instance list events up to minutes late (observed). */
const OVERLAP = (0,domain_time/* minutes */.Gx)(3);
/** Begins a stream. `history` are the events around the anchor, read before the first write; they are never given out. */
function openStream(history) {
    const anchor = newestDate(history, undefined);
    return { anchor, newest: anchor, taken: occurrences(history) };
}
/** Where the next reading starts (inclusive). `0` reads everything: there was no event at all before the first write. */
function readFrom(state) {
    return state.newest === undefined ? 0 : Math.max(0, state.newest - OVERLAP);
}
/** Where the final reading starts: the whole rollout once more, for events that came later than the overlap. */
function drainFrom(state) {
    return state.anchor === undefined ? 0 : Math.max(0, state.anchor - OVERLAP);
}
/** Takes one complete reading (all pages, from `readFrom` or `drainFrom` on). `own` holds the request ids of this rollout. */
function takeEvents(state, reading, own) {
    const taken = new Map(state.taken);
    const counted = new Map();
    const fresh = [];
    for (const event of inOrder(reading)) {
        const key = identity(event);
        const occurrence = (counted.get(key) ?? 0) + 1;
        counted.set(key, occurrence);
        if (occurrence <= (taken.get(key) ?? 0))
            continue;
        taken.set(key, occurrence);
        const seen = { ...event, attribution: attribute(event, own) };
        fresh.push(isLate(event, state.newest) ? { ...seen, late: true } : seen);
    }
    const newest = newestDate(reading, state.newest);
    const credible = state.newest === undefined || reading.some((event) => event.date >= (state.newest ?? 0));
    return { state: { anchor: state.anchor, newest, taken }, fresh, credible };
}
function attribute(event, own) {
    if (event.requestId === undefined)
        return 'shared';
    return own.has(event.requestId) ? 'own' : 'other';
}
/** Oldest first. The sort is stable: events of one date keep the service's order. */
function inOrder(events) {
    return [...events].sort((left, right) => left.date - right.date);
}
/**
 * Instance events carry whole seconds (observed), so one of 12:00:05.000 may rightly follow a control-plane event of
 * 12:00:05.400: only what is older than the newest event's second is late.
 */
function isLate(event, newest) {
    return newest !== undefined && event.date < Math.floor(newest / 1_000) * 1_000;
}
function identity(event) {
    return JSON.stringify([event.date, event.severity, event.requestId ?? null, event.message]);
}
function occurrences(events) {
    const counts = new Map();
    for (const event of events)
        counts.set(identity(event), (counts.get(identity(event)) ?? 0) + 1);
    return counts;
}
function newestDate(events, known) {
    return events.reduce((newest, event) => (newest === undefined || event.date > newest ? event.date : newest), known);
}
//# sourceMappingURL=stream.js.map
;// CONCATENATED MODULE: ./lib/watch/watch.js




class RolloutWatch {
    #parts;
    #own = new Set();
    #stream = openStream([]);
    #failedInARow = 0;
    #highestDeploymentId;
    #known;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Sets the anchor: must be called before the first write. `beanstalk` may retry by itself. Throws `ActionError`. */
    async anchor(beanstalk) {
        const { id } = this.#parts.environment;
        const newest = (await beanstalk.newestEvents(id, 1)).at(-1);
        this.#stream = openStream(newest === undefined ? [] : await beanstalk.events(id, newest.date - OVERLAP));
    }
    /** Events that carry this request id are ours. */
    own(requestId) {
        if (requestId !== '')
            this.#own.add(requestId);
    }
    isOwn(requestId) {
        return this.#own.has(requestId);
    }
    /** Where events after the anchor start, for looks that must not disturb the stream. */
    get since() {
        return readFrom(this.#stream);
    }
    /** Date of the newest event known; events of an update that is asked for now come after it. */
    get newestEvent() {
        return this.#stream.newest;
    }
    /** Of the update that is or was watched last. */
    get known() {
        return this.#known;
    }
    /** The highest deployment id that any instance has reported so far. */
    get highestDeploymentId() {
        return this.#highestDeploymentId;
    }
    /** Watches one update until it has settled, in whatever way. */
    async settle(request) {
        const { clock, cancel, random } = this.#parts;
        const session = new Session(request, this.#parts);
        this.#failedInARow = 0;
        for (;;) {
            this.#known = session.known;
            const look = session.plan(this.#failedInARow, random.next(), clock.now());
            await clock.sleep(Math.max(0, Math.min(look.at, request.deadline) - clock.now()), cancel);
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            const result = await this.#look(look.readings, session);
            this.#known = session.known;
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            if (result.problem !== undefined)
                return { end: 'broken', problem: result.problem, known: session.known };
            const end = session.judge(result.eventsRead, clock.now());
            if (end !== undefined)
                return end;
        }
    }
    /** Makes the readings one after the other: events after the state, so that they are at least as new. */
    async #look(readings, session) {
        let eventsRead = false;
        let failures = 0;
        session.lookStarts(readings.length);
        for (const reading of readings) {
            try {
                const seen = await unlessStopped(this.#read(reading, session), this.#parts.cancel);
                if (seen === undefined)
                    return { eventsRead };
                session.learn(seen);
                this.#highestDeploymentId = Math.max(this.#highestDeploymentId ?? 0, session.known.highestDeploymentId ?? 0);
                if (seen.of === 'events')
                    eventsRead = seen.credible;
            }
            catch (error) {
                if (!(error instanceof domain_problem/* ActionError */.l))
                    throw error;
                if (error.problem.code === 'enhanced-health-off') {
                    session.learn({ of: 'unavailable', at: this.#parts.clock.now(), reading, problem: error.problem });
                    continue;
                }
                // A terminated environment is unknown to some calls at once; DescribeEnvironments tells what has become of it.
                const isHopeless = error.nature === 'permanent' && error.problem.code !== 'environment-missing';
                if (isHopeless)
                    return { problem: error.problem, eventsRead };
                failures += 1;
                this.#parts.say({ type: 'look-failed', problem: error.problem, inARow: this.#failedInARow + 1 });
            }
        }
        // Part of an answer is better than none: only looks without any slow the pace down further and further.
        this.#failedInARow = failures < readings.length ? Math.min(failures, 1) : this.#failedInARow + 1;
        return { eventsRead };
    }
    async #read(reading, session) {
        const { beanstalk, clock, environment, application, say } = this.#parts;
        switch (reading) {
            case 'environment': {
                const found = await beanstalk.environment(environment.id);
                return { of: 'environment', at: clock.now(), environment: found };
            }
            case 'events': {
                const since = session.isDraining ? drainFrom(this.#stream) : readFrom(this.#stream);
                const taken = takeEvents(this.#stream, await beanstalk.events(environment.id, since), this.#own);
                this.#stream = taken.state;
                for (const event of taken.fresh)
                    say({ type: 'event-seen', event });
                return { of: 'events', at: clock.now(), fresh: taken.fresh, credible: taken.credible };
            }
            case 'instances': {
                const found = await beanstalk.instances(environment.id);
                say({ type: 'instances', instances: found.instances });
                return { of: 'instances', at: clock.now(), reading: found };
            }
            case 'health': {
                const found = await beanstalk.health(environment.id);
                return { of: 'health', at: clock.now(), reading: found };
            }
            case 'settings': {
                const found = await beanstalk.settings(application, environment.name);
                return { of: 'settings', at: clock.now(), settings: found };
            }
        }
    }
}
//# sourceMappingURL=watch.js.map
;// CONCATENATED MODULE: ./lib/rollout/busy.js
/** What to do about an environment that is busy with something else: wait, give up, or abort what an earlier run of ours left. */





/**
 * Waits until the environment is Ready, as `on-busy` and `busy-timeout` say. `notBefore` is a first moment to look, after
 * the service has refused an update although it had shown Ready (tag updates leave an environment busy without saying so).
 */
async function awaitReady(run, giveUpAt, notBefore) {
    const { settings, ports, cancel, say, plan } = run.request;
    const { clock } = ports;
    const since = clock.now();
    let hasAborted = false;
    if (notBefore !== undefined)
        await clock.sleep(notBefore - since, cancel);
    for (let inARow = 0;;) {
        if (cancel.aborted)
            return { readiness: 'cancelled' };
        const found = await look(run, inARow);
        if (found === 'stopped')
            return { readiness: 'cancelled' };
        inARow = found === 'unreadable' ? inARow + 1 : 0;
        if (found !== 'unreadable') {
            if (found === undefined)
                return { readiness: 'refused', problem: busy_missing(plan.environment.name) };
            if (found.status === 'Ready')
                return { readiness: 'ready', environment: found };
            if (found.status === 'Terminating' || found.status === 'Terminated') {
                return { readiness: 'refused', problem: terminating(found) };
            }
            if (settings.onBusy === 'fail')
                return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), 'fail') };
            if (settings.onBusy === 'abort-ours' && !hasAborted)
                hasAborted = await abortEarlierRun(run, found);
            say({
                type: 'waiting-for-environment',
                environment: found.name,
                status: found.status,
                waited: clock.now() - since,
            });
            if (clock.now() >= giveUpAt) {
                const waited = (0,domain_time/* formatDuration */.a3)(clock.now() - since);
                return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), waited) };
            }
        }
        const pause = (settings.pollInterval ?? (clock.now() - since < (0,domain_time/* minutes */.Gx)(1) ? (0,domain_time/* seconds */.YA)(5) : (0,domain_time/* seconds */.YA)(15))) *
            2 ** Math.min(inARow, 3);
        await clock.sleep(Math.max(0, Math.min(pause, Math.max(giveUpAt - clock.now(), (0,domain_time/* seconds */.YA)(1)))), cancel);
    }
}
async function look(run, inARow) {
    try {
        const reading = run.reader.environment(run.request.plan.environment.id).then((found) => ({ found }));
        const answer = await unlessStopped(reading, run.request.cancel);
        return answer === undefined ? 'stopped' : answer.found;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: inARow + 1 });
        return 'unreadable';
    }
}
/** Who or what keeps it busy, as far as its events tell. Foreign text. */
async function whoIsBusy(run) {
    try {
        const events = await run.request.ports.beanstalk.newestEvents(run.request.plan.environment.id, 50);
        const opening = events.findLast((event) => meaningOf(event.message)?.kind === 'started');
        if (opening === undefined)
            return 'its events do not tell what runs';
        const id = opening.requestId === undefined ? '' : `, request ${opening.requestId}`;
        return `the newest operation is “${opening.message}” of ${new Date(opening.date).toISOString()}${id}`;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return 'its events could not be read';
    }
}
/**
 * Aborts the running update when it deploys a version that an earlier run of this action made. Instances name the version
 * that is on its way; a version of ours carries the hash of its bundle. Whatever cannot be told is not aborted.
 */
async function abortEarlierRun(run, environment) {
    const { ports, plan, say } = run.request;
    if (!environment.abortable || environment.status !== 'Updating')
        return false;
    const label = await labelOnItsWay(run);
    const version = label === undefined ? undefined : await ports.beanstalk.version(plan.application, label);
    if (version === undefined || recordedHash(version) === undefined) {
        say({
            type: 'notice',
            text: 'The update that runs cannot be told to be one of this action, so it is waited for instead of aborted.',
        });
        return true;
    }
    say({
        type: 'notice',
        text: `Aborting the update to ${version.label}, which an earlier run of this action started.`,
    });
    await ports.beanstalk.abort(environment.id);
    return true;
}
async function labelOnItsWay(run) {
    try {
        const { instances } = await run.request.ports.beanstalk.instances(run.request.plan.environment.id);
        return instances.find(({ deployment }) => deployment?.status === 'In Progress')?.deployment?.versionLabel;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
function busy(environment, who, waited) {
    const span = waited === 'fail' ? '' : ` after ${waited} of waiting`;
    return {
        code: 'environment-busy',
        blame: 'you',
        what: `The environment ${environment.name} is ${environment.status}${span}, not Ready; ${who}.`,
        hint: waited === 'fail'
            ? 'Run the job again when it is Ready, or set on-busy: wait.'
            : 'Run the job again when it is Ready, or give it more time with busy-timeout.',
    };
}
function busy_missing(name) {
    return {
        code: 'environment-missing',
        blame: 'you',
        what: `The environment ${name} is gone, or DescribeEnvironments no longer shows it to these credentials.`,
        hint: 'Check environment-name and the permission elasticbeanstalk:DescribeEnvironments.',
    };
}
function terminating(environment) {
    return {
        code: 'environment-gone',
        blame: 'you',
        what: `The environment ${environment.name} is ${environment.status}.`,
        hint: 'Create the environment again, or correct environment-name.',
    };
}
//# sourceMappingURL=busy.js.map
;// CONCATENATED MODULE: ./lib/rollout/outcomes.js
/** A clause as a sentence. */
function sentence(clause) {
    const trimmed = clause.trim();
    const end = /[.!?…]$/.test(trimmed) ? '' : '.';
    // A label or a name at the start keeps its own spelling.
    return /^[a-z]+ /.test(trimmed) ? `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${end}` : `${trimmed}${end}`;
}
function purposeWords(purpose) {
    switch (purpose) {
        case 'set-policy':
            return 'setting the deployment policy';
        case 'deploy':
            return 'the deployment';
        case 'restore-policy':
            return 'putting the deployment policy back';
    }
}
const HINTS = {
    'rolled-back': {
        blame: 'you',
        hint: 'Read the evidence for why the version did not start, mend it and deploy again.',
    },
    'wrong-version': {
        blame: 'you',
        hint: 'Something else deploys to this environment; give the job a concurrency group and deploy again.',
    },
    'deployment-failed': {
        blame: 'you',
        hint: 'Read the causes and the log of the instances, mend the version and deploy again.',
    },
    'configuration-failed': { blame: 'you', hint: 'Correct the option settings named there and deploy again.' },
    'split-fleet': {
        blame: 'aws',
        hint: 'Deploy one version again to all instances, and look at those that kept the other one.',
    },
    unhealthy: {
        blame: 'you',
        hint: 'Read the causes; accept-health, stable-for and health-grace decide what counts as healthy.',
    },
    'aborted-elsewhere': {
        blame: 'you',
        hint: 'Find out who aborted it; deploy again to bring all instances to one version.',
    },
    'environment-gone': { blame: 'you', hint: 'Create the environment again, or correct environment-name.' },
    'not-started': { blame: 'aws', hint: 'Look at the events of the environment and run the job again.' },
    'cannot-tell': {
        blame: 'you',
        hint: 'Check the permissions of the role (docs/permissions.md) and look at the environment before you deploy again.',
    },
};
function verdictProblem(code, reason) {
    const { blame, hint } = HINTS[code];
    return { code, blame, what: sentence(reason), hint };
}
/** What goes on in the account after an ending, as far as it is known. */
function whatStillRuns(ours, known, environmentName) {
    if (ours === undefined || known?.readySince !== undefined)
        return [];
    const id = ours.requestId === undefined ? '' : ` (request ${ours.requestId})`;
    const what = `${purposeWords(ours.step.purpose)} of ${environmentName}${id}`;
    if (known?.environment?.status === 'Terminating' || known?.environment?.status === 'Terminated')
        return [];
    if (known?.began === undefined)
        return [`Elastic Beanstalk may have begun ${what}; nothing was seen of it yet.`];
    return [
        `Elastic Beanstalk goes on with ${what}; the environment becomes Ready by itself, and nobody here watches how it ends.`,
    ];
}
function failedOutcome(parts) {
    const { evidence, ...rest } = parts;
    return { state: 'failed', ...rest, ...(evidence === undefined ? {} : { evidence }) };
}
/**
 * Whether what was there before is there: proven only when the environment shows its old label and every instance says so
 * too (an immutable deployment that failed leaves the old instances untouched).
 */
function restoredBy(previousLabel, known, evidence) {
    const isOld = previousLabel !== undefined && known?.environment?.versionLabel === previousLabel;
    const instances = evidence.instances;
    const allOld = instances.length > 0 &&
        instances.every(({ deployment }) => deployment?.status === 'Deployed' && deployment.versionLabel === previousLabel);
    return isOld && known?.readySince !== undefined && allOld ? 'not-needed' : 'no';
}
/** What a failed deployment leaves behind, said plainly. */
function leftBehind(evidence, restored, onFailure) {
    if (restored === 'not-needed')
        return 'Every instance runs the version from before.';
    const labels = new Map();
    for (const { deployment } of evidence.instances) {
        const label = deployment?.versionLabel ?? 'no version';
        labels.set(label, (labels.get(label) ?? 0) + 1);
    }
    const mix = [...labels].map(([label, count]) => `${count} on ${label}`).join(', ');
    const fleet = labels.size > 1 ? `The instances are mixed: ${mix}. ` : '';
    const undone = onFailure === 'rollback'
        ? 'Nothing was rolled back: this release does not undo a deployment yet.'
        : 'Nothing was undone.';
    return `${fleet}${undone}`;
}
//# sourceMappingURL=outcomes.js.map
;// CONCATENATED MODULE: ./lib/rollout/cancel.js




/** The runner kills the process 7.5 s after SIGINT; the parts below stay under six in all. */
const LIMITS = { answer: (0,domain_time/* seconds */.YA)(2.2), peek: (0,domain_time/* seconds */.YA)(0.6), abort: (0,domain_time/* seconds */.YA)(2.8) };
/** The ending after a request to stop. Fires at most one abort, within a second, and only for an update of ours. */
async function endCancelled(run) {
    const { settings, say, plan } = run.request;
    const wantsAbort = settings.onCancel === 'abort';
    if (run.asking !== undefined)
        await cancel_within(run, run.asking, LIMITS.answer);
    const isOngoing = run.ours !== undefined && !run.hasEnded;
    say({ type: 'cancel-requested', aborting: wantsAbort && isOngoing });
    const aborted = wantsAbort && isOngoing ? await abortOurs(run) : undefined;
    return {
        state: 'cancelled',
        reason: cancelReason(run, aborted),
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged && run.proven === undefined ? 'no' : 'not-needed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
    };
}
/**
 * Aborts our update if it still runs and is certainly ours. A peek right before makes sure that what runs is not already
 * somebody else's update, started after ours has ended; a peek that takes too long does not hold the abort up.
 */
async function abortOurs(run) {
    const { ours } = run;
    if (ours === undefined || run.hasEnded)
        return { abort: 'spared', because: 'no update of ours is in progress' };
    const peeked = await cancel_within(run, peek(run, ours), LIMITS.peek);
    if (peeked !== undefined && peeked.because !== undefined)
        return { abort: 'spared', because: peeked.because };
    if (!ours.isCertain && peeked?.isConfirmed !== true) {
        return { abort: 'spared', because: 'the answer to our update was lost, and nothing shows that what runs is ours' };
    }
    const call = run.request.ports.beanstalk.abort(ours.step.environment.id).then((accepted) => {
        run.watch.own(accepted.requestId);
        return { abort: 'sent' };
    }, (error) => {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { abort: 'failed', because: `the service refused it: ${error.problem.what}` };
    });
    return (await cancel_within(run, call, LIMITS.abort)) ?? { abort: 'failed', because: 'the service has not answered it yet' };
}
async function peek(run, ours) {
    const { id } = ours.step.environment;
    try {
        const [environment, events, isConfirmed] = await Promise.all([
            run.reader.environment(id),
            run.reader.events(id, run.watch.since),
            ours.isCertain ? true : showsOurVersion(run, ours),
        ]);
        const began = run.watch.known?.began !== undefined;
        if (environment?.status === 'Ready' && began)
            return { because: 'our update has ended by itself', isConfirmed };
        const opening = events.findLast((event) => meaningOf(event.message)?.kind === 'started');
        const isForeign = opening?.requestId !== undefined &&
            opening.date > (run.watch.known?.events.firstOwn ?? Number.POSITIVE_INFINITY) &&
            !run.watch.isOwn(opening.requestId);
        return isForeign ? { because: 'what runs now was started by somebody else', isConfirmed } : { isConfirmed };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
async function showsOurVersion(run, ours) {
    const { versionLabel } = ours.step;
    if (versionLabel === undefined || versionLabel === ours.baseline.versionLabel)
        return false;
    const { instances } = await run.reader.instances(ours.step.environment.id);
    return instances.some(({ deployment }) => deployment?.versionLabel === versionLabel);
}
/** The answer of `work`, or `undefined` when it takes longer. Works after the request to stop, too. */
async function cancel_within(run, work, span) {
    const timer = new AbortController();
    const timeout = run.request.ports.clock.sleep(span, timer.signal).then(() => undefined);
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        timer.abort();
    }
}
function cancelReason(run, aborted) {
    if (run.proven !== undefined)
        return `Stopped on request after the deployment was proven: ${run.proven.reason}.`;
    const { ours } = run;
    if (ours === undefined)
        return 'Stopped on request before the environment was changed.';
    const what = purposeWords(ours.step.purpose);
    if (run.hasEnded)
        return `Stopped on request; ${what} had ended, and nothing further was started.`;
    switch (aborted?.abort) {
        case undefined:
            return `Stopped on request; ${what} was left to go on.`;
        case 'sent':
            return `Stopped on request; ${what} is being aborted.`;
        case 'spared':
            return `Stopped on request; nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return `Stopped on request; ${what} could not be aborted: ${aborted.because.replace(/\.$/, '')}.`;
    }
}
/** What is left in the account after an abort was tried. */
function afterAbort(run, aborted, environmentName) {
    if (run.ours === undefined || run.hasEnded)
        return [];
    if (aborted?.abort !== 'sent')
        return whatStillRuns(run.ours, run.watch.known, environmentName);
    return [
        `Elastic Beanstalk is aborting ${purposeWords(run.ours.step.purpose)} of ${environmentName} and becomes Ready by itself; a version that was deployed in place may be left on some of the instances.`,
    ];
}
//# sourceMappingURL=cancel.js.map
;// CONCATENATED MODULE: ./lib/rollout/relevant-lines.js
/** Shortens a log to the lines that matter: those that speak of trouble, with their surroundings, and the end. Pure. */
const USUAL_SIZE = { lines: 40, lineLength: 400 };
const TROUBLE = /\b(error|err!|fatal|fail(ed|ure|ing)?|exception|traceback|panic|critical|denied|refused|cannot|not found|no such|killed|out of memory|oom|exit(ed)? (code|status|with)|unhandled|uncaught|timed? ?out|segfault|syntaxerror|eaddrinuse|enoent|eacces)\b|^\s+at\s/i;
const BEFORE = 2;
const AFTER = 2;
/** Lines of the end that are kept even when they say nothing of trouble. */
const LAST = 8;
function relevantLines(text, size = USUAL_SIZE) {
    const all = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const wanted = all.length <= size.lines ? new Set(all.keys()) : indexesOf(all, size.lines);
    const lines = [];
    let isCut = false;
    let previous = -1;
    for (const index of [...wanted].sort((left, right) => left - right)) {
        if (index > previous + 1)
            lines.push('…');
        previous = index;
        const line = all[index] ?? '';
        isCut ||= line.length > size.lineLength;
        lines.push(line.length > size.lineLength ? `${line.slice(0, size.lineLength)}…` : line);
    }
    return { lines, truncated: isCut || wanted.size < all.length };
}
/** The newest trouble first, until the room is used up: the last failure is the one that ended it. */
function indexesOf(all, room) {
    const chosen = new Set();
    const choose = (index) => {
        if (index >= 0 && index < all.length && chosen.size < room)
            chosen.add(index);
    };
    for (let index = all.length - 1; index >= all.length - LAST; index -= 1)
        choose(index);
    for (let index = all.length - 1; index >= 0 && chosen.size < room; index -= 1) {
        if (!TROUBLE.test(all[index] ?? ''))
            continue;
        for (let near = index + AFTER; near >= index - BEFORE; near -= 1)
            choose(near);
    }
    return chosen;
}
//# sourceMappingURL=relevant-lines.js.map
;// CONCATENATED MODULE: ./lib/rollout/deployment-log.js

/** The service caps the log at 1 MB; its end tells how the deployment went. */
const deployment_log_LIMIT_BYTES = 256 * 1_024;
async function deploymentLogs(run) {
    const { ports, plan } = run.request;
    const requestId = run.ours?.requestId;
    if (requestId === undefined)
        return { found: [], gaps: [] };
    const bucket = await ports.beanstalk.storageBucket();
    const prefix = `resources/environments/logs/deployments/${plan.environment.id}/`;
    const objects = await ports.store.list(bucket, prefix);
    const ours = objects.filter((object) => object.key.includes(requestId));
    const newest = ours.reduce((best, object) => (best === undefined || object.lastModified > best.lastModified ? object : best), undefined);
    if (newest === undefined) {
        return { found: [], gaps: ['The platform left no deployment log in the storage bucket for this deployment.'] };
    }
    const text = await ports.store.readEnd(bucket, newest.key, deployment_log_LIMIT_BYTES);
    const { lines, truncated } = relevantLines(text);
    return { found: [{ source: `s3://${bucket}/${newest.key}`, lines, truncated }], gaps: [] };
}
//# sourceMappingURL=deployment-log.js.map
;// CONCATENATED MODULE: ./lib/rollout/tail-logs.js


const WAIT = (0,domain_time/* seconds */.YA)(75);
const EVERY = (0,domain_time/* seconds */.YA)(4);
/** Tail logs are the last hundred lines of each main log (AWS guide, "Viewing logs"). */
const tail_logs_LIMIT_BYTES = 128 * 1_024;
const tail_logs_MOST_INSTANCES = 3;
/** After the first file, so long for those of the other instances. */
const STRAGGLERS = (0,domain_time/* seconds */.YA)(8);
async function tailLogs(run, instances, giveUpAt) {
    const { ports, plan } = run.request;
    const { id } = plan.environment;
    const environment = await ports.beanstalk.environment(id);
    if (environment?.status !== 'Ready') {
        const status = environment?.status ?? 'gone';
        return { found: [], gaps: [`The environment is ${status}, and logs are only handed out while it is Ready.`] };
    }
    const known = new Set((await filesBefore(run)).map(sampleOf));
    await ports.beanstalk.requestTailLogs(id);
    const files = await awaitFiles(run, known, instances.length, Math.min(giveUpAt, ports.clock.now() + WAIT));
    if (files.length === 0) {
        return { found: [], gaps: [`The instances handed out no logs within ${(0,domain_time/* formatDuration */.a3)(WAIT)}.`] };
    }
    const chosen = worstFirst(files, instances).slice(0, tail_logs_MOST_INSTANCES);
    const found = [];
    for (const file of chosen) {
        const { lines, truncated } = relevantLines(await ports.beanstalk.download(file.url, tail_logs_LIMIT_BYTES));
        found.push({ source: `tail logs of ${file.instanceId}`, lines, truncated });
    }
    const left = files.length - chosen.length;
    return { found, gaps: left > 0 ? [`The logs of ${left} more instances are left out.`] : [] };
}
/** Files of an earlier request, which the service goes on handing out; none is no error. */
async function filesBefore(run) {
    return run.request.ports.beanstalk.tailLogs(run.request.plan.environment.id).catch(() => []);
}
async function awaitFiles(run, known, instances, giveUpAt) {
    const { ports, plan, cancel } = run.request;
    let newest = [];
    let firstAt;
    while (!cancel.aborted && ports.clock.now() < giveUpAt) {
        await ports.clock.sleep(EVERY, cancel);
        if (cancel.aborted)
            break;
        newest = (await ports.beanstalk.tailLogs(plan.environment.id)).filter((file) => !known.has(sampleOf(file)));
        if (newest.length > 0)
            firstAt ??= ports.clock.now();
        const isComplete = instances > 0 && newest.length >= instances;
        if (isComplete || (firstAt !== undefined && ports.clock.now() - firstAt >= STRAGGLERS))
            break;
    }
    return newest;
}
/** The same sample has the same instance and moment; its link is signed anew each time. */
function sampleOf(file) {
    return `${file.instanceId} ${file.sampledAt ?? file.url.split('?')[0]}`;
}
/** Instances whose deployment failed first, then the sick ones. */
function worstFirst(files, instances) {
    const badness = (file) => {
        const instance = instances.find(({ id }) => id === file.instanceId);
        if (instance?.deployment?.status === 'Failed')
            return 0;
        if (instance?.color === 'Red')
            return 1;
        return instance?.color === 'Green' ? 3 : 2;
    };
    return [...files].sort((left, right) => badness(left) - badness(right));
}
//# sourceMappingURL=tail-logs.js.map
;// CONCATENATED MODULE: ./lib/rollout/evidence.js
/**
 * Gathers what helps to understand a failure: causes, what each instance runs, and the lines of a log that matter.
 * Never fails the report: whatever cannot be had becomes a gap with its reason. All texts are foreign.
 */




/** All of it together takes no longer than this, tail logs included. */
const EVIDENCE_LIMIT = (0,domain_time/* seconds */.YA)(100);
/** `enhancedHealth`: basic health knows neither causes nor instances. */
async function gatherEvidence(run, enhancedHealth) {
    const { ports, settings, cancel, plan } = run.request;
    const { id } = plan.environment;
    const giveUpAt = ports.clock.now() + EVIDENCE_LIMIT;
    const health = enhancedHealth ? await attempt('health', undefined, () => ports.beanstalk.health(id)) : basic;
    const instances = enhancedHealth
        ? await attempt('instances', [], async () => (await ports.beanstalk.instances(id)).instances)
        : noInstances;
    const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
    const logs = wantsLogs ? await gatherLogs(run, instances.found, giveUpAt) : { found: [], gaps: [] };
    return {
        environmentCauses: health.found?.causes ?? [],
        instances: instances.found,
        ...(health.found === undefined ? {} : { health: health.found }),
        logs: logs.found,
        gaps: [...health.gaps, ...instances.gaps, ...logs.gaps],
    };
}
const basic = {
    found: undefined,
    gaps: ['Basic health gives no causes and does not tell what each instance runs; enhanced health does.'],
};
const noInstances = { found: [], gaps: [] };
/** The deployment log of newer platforms is at hand at once; the tail of the logs has to be asked for. */
async function gatherLogs(run, instances, giveUpAt) {
    const deployment = await attempt('the deployment log', { found: [], gaps: [] }, () => deploymentLogs(run));
    if (deployment.found.found.length > 0)
        return { found: deployment.found.found, gaps: [...deployment.gaps, ...deployment.found.gaps] };
    const tail = await attempt('the logs of the instances', { found: [], gaps: [] }, () => tailLogs(run, instances, giveUpAt));
    return {
        found: tail.found.found,
        gaps: [...deployment.gaps, ...deployment.found.gaps, ...tail.gaps, ...tail.found.gaps],
    };
}
async function attempt(what, otherwise, gather) {
    try {
        return { found: await gather(), gaps: [] };
    }
    catch (error) {
        // Whatever goes wrong here, the failure that is being explained must be reported.
        const why = error instanceof domain_problem/* ActionError */.l ? error.problem.what : `${String(error)}.`;
        return { found: otherwise, gaps: [`Could not read ${what}: ${why}`] };
    }
}
//# sourceMappingURL=evidence.js.map
;// CONCATENATED MODULE: ./lib/rollout/ask.js






/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = (0,domain_time/* seconds */.YA)(60);
const LOST_TWICE = 2;
async function askForUpdate(run, step) {
    const { ports, cancel, settings } = run.request;
    const giveUpAt = Math.min(run.deadline, ports.clock.now() + Math.max(settings.busyTimeout, (0,domain_time/* minutes */.Gx)(1)));
    let environment = run.environment;
    for (let lost = 0;;) {
        if (cancel.aborted)
            return { asked: 'cancelled' };
        if (environment === undefined) {
            const readiness = await awaitReady(run, giveUpAt, ports.clock.now() + (0,domain_time/* seconds */.YA)(5));
            if (readiness.readiness === 'cancelled')
                return { asked: 'cancelled' };
            if (readiness.readiness === 'refused')
                return { asked: 'refused', problem: readiness.problem };
            environment = readiness.environment;
        }
        const sent = await send(run, step, environment);
        if (sent === 'cancelled')
            return { asked: 'cancelled' };
        if (!(sent instanceof domain_problem/* ActionError */.l))
            return { asked: 'accepted' };
        const isBusy = sent.problem.code === 'environment-busy' && settings.onBusy !== 'fail';
        // Busy after a lost answer: it may be busy with the very update that was lost.
        if (sent.answerLost || (lost > 0 && sent.problem.code === 'environment-busy')) {
            const found = await searchLost(run, step, environment);
            if (found !== 'nothing')
                return { asked: found };
            lost += 1;
            if (lost >= LOST_TWICE)
                return { asked: 'refused', problem: sent.problem };
            run.request.say({ type: 'notice', text: 'The call for the update never arrived; it is sent once more.' });
        }
        else if (!isBusy && sent.nature === 'permanent')
            return { asked: 'refused', problem: sent.problem };
        if (ports.clock.now() >= giveUpAt)
            return { asked: 'refused', problem: sent.problem };
        environment = undefined;
    }
}
async function send(run, step, environment) {
    const { ports, cancel } = run.request;
    const askedAt = ports.clock.now();
    const call = ports.beanstalk.update({
        environmentId: step.environment.id,
        options: step.options,
        removeOptions: step.removeOptions,
        ...(step.versionLabel === undefined ? {} : { versionLabel: step.versionLabel }),
    });
    const asking = call.then((accepted) => take(run, step, environment, askedAt, accepted));
    // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
    run.asking = asking.catch(() => undefined);
    try {
        const answer = await unlessStopped(asking, cancel);
        if (answer === undefined)
            return 'cancelled';
        run.asking = undefined;
        return 'accepted';
    }
    catch (error) {
        run.asking = undefined;
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return error;
    }
}
function take(run, step, environment, askedAt, accepted) {
    run.watch.own(accepted.requestId);
    return remember(run, {
        step,
        askedAt,
        isCertain: true,
        baseline: baselineOf(environment),
        ...(accepted.requestId === '' ? {} : { requestId: accepted.requestId }),
    });
}
function remember(run, update) {
    run.ours = update;
    run.hasEnded = false;
    run.hasChanged = true;
    return update;
}
/** Looks for an update that began after the call whose answer was lost. */
async function searchLost(run, step, environment) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const askedAt = clock.now();
    say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
    const presumed = { step, askedAt, isCertain: false, baseline: baselineOf(environment) };
    while (clock.now() - askedAt < SEARCH) {
        await clock.sleep((0,domain_time/* seconds */.YA)(3), cancel);
        if (cancel.aborted)
            return 'cancelled';
        const seen = await sightings(run);
        if (seen === undefined)
            continue;
        const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
        if (opening !== undefined) {
            run.watch.own(opening);
            remember(run, { ...presumed, requestId: opening });
            return 'accepted';
        }
        const isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
        // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
        if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
            remember(run, presumed);
            return 'accepted';
        }
    }
    return 'nothing';
}
async function sightings(run) {
    const { watch, reader, request } = run;
    const { id } = request.plan.environment;
    const after = watch.newestEvent ?? 0;
    try {
        const events = await reader.events(id, watch.since);
        const openings = events.filter((event) => {
            const meaning = meaningOf(event.message);
            return event.date > after && meaning?.kind === 'started' && meaning.operation === 'update';
        });
        return { openings, environment: await reader.environment(id) };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
//# sourceMappingURL=ask.js.map
;// CONCATENATED MODULE: ./lib/rollout/publish.js
/** Brings a version into being: its object in S3, then the version itself. What is there already is compared, never overwritten. */


/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const ATTEMPTS = 3;
/** Afterwards the version exists with the content of the step. Throws `ActionError`. */
async function publishVersion(step, ports, say, signal) {
    const { source } = step;
    if (source.kind === 'existing')
        return;
    if (!source.reuse.object)
        await upload(source, ports.store, say, signal);
    if (!source.reuse.version)
        await create(step.application, source, ports.beanstalk, say);
}
async function upload(source, store, say, signal) {
    const { bucket, key } = source.location;
    const answer = await store.put({
        bucket,
        key,
        path: source.path,
        bytes: source.bytes,
        metadata: { [HASH_METADATA]: source.hash },
        onProgress: (sent, total) => say({ type: 'upload-progress', sent, total }),
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer === 'stored')
        return;
    const found = await store.head(bucket, key);
    if (found?.metadata[HASH_METADATA] !== source.hash)
        throw new domain_problem/* ActionError */.l(foreignObject(source));
    say({ type: 'notice', text: 'The bundle is in S3 already; nothing was uploaded.' });
}
async function create(application, source, beanstalk, say) {
    let tags = { [HASH_TAG]: source.hash };
    for (let attempt = 1;; attempt += 1) {
        try {
            const { label, description, location: bundle } = source;
            await beanstalk.createVersion({ application, label, description, bundle, tags });
            return;
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            if (mayNotTag(error) && Object.keys(tags).length > 0) {
                // The key and the description hold the hash too.
                tags = {};
                continue;
            }
            if (!error.answerLost && error.problem.code !== 'version-exists')
                throw error;
            const found = await beanstalk.version(application, source.label);
            if (found !== undefined) {
                if (recordedHash(found) !== source.hash)
                    throw new domain_problem/* ActionError */.l(otherContent(source), { cause: error });
                say({ type: 'notice', text: `Version ${source.label} exists with this very content.` });
                return;
            }
            if (attempt >= ATTEMPTS)
                throw error;
        }
    }
}
const mayNotTag = ({ problem }) => problem.code === 'permission-denied' && /elasticbeanstalk:AddTags/.test(problem.what);
const foreignObject = ({ location }) => ({
    code: 'bundle-object-conflict',
    blame: 'you',
    what: `There is another object at s3://${location.bucket}/${location.key}.`,
    hint: 'Nothing in S3 is ever overwritten: remove that object, or choose another version-label.',
});
const otherContent = ({ label }) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: `Somebody else created version ${label} with other content at the same moment.`,
    hint: 'Run this again, or choose another version-label.',
    input: 'version-label',
});
//# sourceMappingURL=publish.js.map
;// CONCATENATED MODULE: ./lib/rollout/perform.js
/** Carries out one step of a plan. A new kind of step does not compile until it has its case here. */




async function perform(run, step) {
    switch (step.kind) {
        case 'publish-version': {
            const { ports, say, cancel } = run.request;
            await unlessStopped(publishVersion(step, ports, say, cancel), cancel);
            return cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
        }
        case 'update':
            return performUpdate(run, step);
        case 'settle':
            return performSettle(run, step);
    }
}
async function performUpdate(run, step) {
    const asked = await askForUpdate(run, step);
    switch (asked.asked) {
        case 'accepted':
            return { step: 'done' };
        case 'refused':
            return { step: 'refused', problem: asked.problem };
        case 'cancelled':
            return { step: 'cancelled' };
    }
}
async function performSettle(run, step) {
    const { ours, watch, request } = run;
    if (ours === undefined)
        throw new Error('a settle without an update before it');
    const isDeployment = ours.step.purpose === 'deploy';
    if (isDeployment && !request.settings.waitForDeployment)
        return { step: 'left-running' };
    const end = await watch.settle({
        expects: perform_expectationOf(run, step),
        rules: rulesOf(run),
        baseline: ours.baseline,
        askedAt: ours.askedAt,
        expectedDuration: step.expectedDuration,
        deadline: run.deadline,
        shape: perform_shapeOf(run),
    });
    run.hasEnded = end.known.readySince !== undefined;
    if (end.end === 'cancelled')
        return { step: 'cancelled' };
    if (end.end !== 'judged' || end.verdict.verdict !== 'reached')
        return { step: 'not-settled', end, settle: step };
    run.environment = end.known.environment;
    if (isDeployment)
        run.proven = { reason: end.verdict.reason, proof: end.proof };
    return { step: 'done' };
}
/** Brings what the plan knew up to date: an update before this one may have raised the deployment id, or ended otherwise. */
function perform_expectationOf(run, { expects }) {
    const seen = run.watch.highestDeploymentId ?? 0;
    const previousId = Math.max(expects.previousDeploymentId ?? 0, seen);
    const label = run.ours?.baseline.versionLabel;
    return {
        ...expects,
        ...(label === undefined ? {} : { previousVersionLabel: label }),
        ...(previousId > 0 ? { previousDeploymentId: previousId } : {}),
    };
}
/** Health is proof of a deployment. A policy changes no instance: an environment that was sick before may be sick after it. */
function rulesOf(run) {
    const { acceptHealth, stableFor, healthGrace } = run.request.settings;
    const isDeployment = run.ours?.step.purpose === 'deploy';
    return { accepted: isDeployment ? acceptHealth : { kind: 'any' }, stableFor, healthGrace };
}
/** Instances from before, and how many of them a batch may take: from the settings with what this rollout has set. */
function perform_shapeOf(run) {
    const { snapshot, plan } = run.request;
    const set = plan.steps.flatMap((step) => step.kind === 'update' && step.purpose === 'set-policy' ? step.options : []);
    const before = snapshot.target.instances?.instances.map(({ id }) => id) ?? snapshot.target.instanceIds;
    return {
        before: new Set(before),
        batch: (0,domain_fleet/* instancesPerBatch */.Ec)((0,domain_fleet/* batchIn */.qK)([...set, ...snapshot.target.settings.options]), before.length),
    };
}
/** The ending of a rollout that does not wait. */
function startedOutcome(run) {
    const id = run.ours?.requestId === undefined ? '' : ` (request ${run.ours.requestId})`;
    return {
        state: 'started',
        reason: `The deployment was started${id} and is not waited for, as asked; nobody has proven how it ends.`,
        proof: 'none',
        restored: 'not-needed',
        stillRunning: [`Elastic Beanstalk deploys to ${run.request.plan.environment.name}.`],
    };
}
//# sourceMappingURL=perform.js.map
;// CONCATENATED MODULE: ./lib/rollout/failures.js





/** `rest`: the steps that were still to come; of these only putting the policy back is carried out. */
async function endUnsettled(run, end, settle, rest) {
    if (end.end === 'timed-out')
        return endTimedOut(run, end.reason, settle);
    if (end.end === 'broken')
        return endBroken(run, end.problem);
    if (end.verdict.verdict !== 'failed')
        throw new Error('a reached verdict is no failure');
    return endFailed(run, verdictProblem(end.verdict.code, end.verdict.reason), end, settle, rest);
}
async function endFailed(run, problem, end, settle, rest) {
    const { settings, plan } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const aborted = settings.onFailure === 'abort' && !run.hasEnded ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const restored = purpose === 'deploy' ? restoredBy(run.ours?.baseline.versionLabel, end.known, evidence) : 'no';
    const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
    return failedOutcome({
        reason: [
            ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
            ...(purpose === 'deploy' ? [leftBehind(evidence, restored, settings.onFailure)] : []),
            ...(policy === '' ? [] : [policy]),
        ].join(' '),
        problem,
        proof: end.proof,
        restored: run.proven === undefined ? restored : 'failed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
        evidence,
    });
}
/** A failure of an update around the deployment says what it means for the deployment. */
function otherPurpose(run, problem) {
    if (run.proven !== undefined) {
        return `The deployment is proven (${run.proven.reason}), but the deployment policy could not be put back: ${problem.what}`;
    }
    return `The deployment policy could not be set, so nothing was deployed: ${problem.what}`;
}
/** A failed deployment does not keep a policy that was only meant for it. */
async function putPolicyBack(run, rest) {
    const at = rest.findIndex((step) => step.kind === 'update' && step.purpose === 'restore-policy');
    if (at < 0 || run.request.cancel.aborted)
        return '';
    const steps = rest.slice(at);
    run.environment = run.watch.known?.environment;
    for (const [index, step] of steps.entries()) {
        run.request.say({ type: 'step-started', index, count: steps.length, step });
        const end = await perform(run, step);
        if (end.step !== 'done')
            return 'The deployment policy could not be put back either.';
    }
    return 'The deployment policy of before was put back.';
}
async function endTimedOut(run, waitedFor, settle) {
    const { settings, plan } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const what = purposeWords(purpose);
    const aborted = settings.onTimeout === 'abort' ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const span = (0,domain_time/* formatDuration */.a3)(plan.timeout);
    const reason = `After ${span} ${what} was not proven: ${waitedFor}.`;
    return {
        state: 'timed-out',
        reason: [reason, ...(aborted === undefined ? [] : [abortSentence(aborted)])].join(' '),
        problem: {
            code: 'timed-out',
            blame: 'you',
            what: reason,
            hint: 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
        },
        proof: run.proven?.proof ?? 'none',
        restored: run.proven === undefined ? 'no' : 'failed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
        evidence,
    };
}
function abortSentence(aborted) {
    switch (aborted.abort) {
        case 'sent':
            return 'It is being aborted.';
        case 'spared':
            return `Nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return sentence(`It could not be aborted: ${aborted.because}`);
    }
}
/** A call failed for good: nobody can watch any longer. What was started goes on. */
async function endBroken(run, problem) {
    const { settings, plan } = run.request;
    const isOngoing = run.ours !== undefined && !run.hasEnded;
    const aborted = isOngoing && settings.onFailure === 'abort' ? await abortOurs(run) : undefined;
    const lost = isOngoing ? ' The update could not be watched to its end, so nobody has proven how it ends.' : '';
    return failedOutcome({
        reason: `${problem.what}${lost}`,
        problem,
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged ? 'no' : 'not-needed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
    });
}
//# sourceMappingURL=failures.js.map
;// CONCATENATED MODULE: ./lib/rollout/roll-out.js
/**
 * Carries out a plan: the only writing phase of the action.
 *
 *     busy? → anchor of the event stream → publish · update · settle · … → outcome (with evidence when it failed)
 *
 * `rollOut(request)` never throws for what the outside world does: every ending is an `Outcome`. It says `step-started`,
 * `step-ended`, `event-seen`, `instances`, `view`, `verdict`, `warning`, `waiting-for-environment`, `look-failed`,
 * `cancel-requested` and `notice`; it does not say `planned` and `ended`, which belong to the caller, and sets no outputs.
 * An unchanged plan ends at once in `unchanged`. `dry-run` is the caller's: a plan that is only shown is never given here.
 *
 * Who waits: `request.cancel` ends every wait; the rollout then returns within seven seconds, with one abort sent within
 * the first if an update of ours is in progress and `on-cancel` is `abort`. The deadline is `plan.timeout` after the first
 * step; waiting for a busy environment before that is bounded by `busy-timeout`.
 */








async function rollOut(request) {
    const { plan } = request;
    if (plan.unchanged !== undefined) {
        return { state: 'unchanged', reason: plan.unchanged, proof: 'none', restored: 'not-needed', stillRunning: [] };
    }
    const run = beginRun(request);
    try {
        const problem = await roll_out_prepare(run);
        if (request.cancel.aborted)
            return await endCancelled(run);
        if (problem !== undefined)
            return refusedOutcome(run, problem);
        return await carryOut(run);
    }
    catch (error) {
        // A request to stop may break off whatever was being waited for.
        if (request.cancel.aborted)
            return await endCancelled(run);
        return error instanceof domain_problem/* ActionError */.l ? await endBroken(run, error.problem) : withWhatRuns(run, broken(error));
    }
}
function beginRun(request) {
    const { ports, plan, settings, say, cancel } = request;
    const reader = ports.watchBeanstalk ?? ports.beanstalk;
    const watch = new RolloutWatch({
        beanstalk: reader,
        clock: ports.clock,
        random: ports.random,
        say,
        cancel,
        environment: plan.environment,
        application: plan.application,
        ...(settings.pollInterval === undefined ? {} : { pollInterval: settings.pollInterval }),
    });
    return {
        request,
        watch,
        reader,
        deadline: Number.POSITIVE_INFINITY,
        environment: undefined,
        ours: undefined,
        asking: undefined,
        hasEnded: false,
        hasChanged: false,
        proven: undefined,
    };
}
/** Everything before the first write: the environment must be Ready, and the event stream needs its anchor. */
async function roll_out_prepare(run) {
    const { plan, ports, settings } = run.request;
    if (!plan.steps.some((step) => step.kind === 'update'))
        return undefined;
    const readiness = await awaitReady(run, ports.clock.now() + settings.busyTimeout);
    if (readiness.readiness === 'refused')
        return readiness.problem;
    if (readiness.readiness === 'cancelled')
        return undefined;
    run.environment = readiness.environment;
    await run.watch.anchor(ports.beanstalk);
    return undefined;
}
async function carryOut(run) {
    const { plan, ports, say } = run.request;
    const count = plan.steps.length;
    run.deadline = ports.clock.now() + plan.timeout;
    for (const [index, step] of plan.steps.entries()) {
        if (run.request.cancel.aborted)
            return endCancelled(run);
        const startedAt = ports.clock.now();
        say({ type: 'step-started', index, count, step });
        const end = await perform(run, step);
        say({ type: 'step-ended', index, count, step, took: ports.clock.now() - startedAt });
        switch (end.step) {
            case 'done':
                continue;
            case 'cancelled':
                return endCancelled(run);
            case 'refused':
                return refusedOutcome(run, end.problem);
            case 'left-running':
                return startedOutcome(run);
            case 'not-settled':
                return endUnsettled(run, end.end, end.settle, plan.steps.slice(index + 1));
        }
    }
    return succeeded(run);
}
function succeeded(run) {
    const reason = run.proven?.reason ?? 'every step of the plan was carried out';
    return {
        state: 'succeeded',
        reason: sentence(reason),
        proof: run.proven?.proof ?? 'none',
        restored: 'not-needed',
        stillRunning: [],
    };
}
/** The service, or the environment's state, refused a step. */
function refusedOutcome(run, problem) {
    const before = run.proven === undefined ? '' : `The deployment itself is proven: ${run.proven.reason}. `;
    return {
        state: 'failed',
        reason: `${before}${problem.what}`,
        problem,
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged ? 'no' : 'not-needed',
        stillRunning: [],
    };
}
function withWhatRuns(run, outcome) {
    const stillRunning = run.hasEnded ? [] : whatStillRuns(run.ours, run.watch.known, run.request.plan.environment.name);
    return { ...outcome, restored: run.hasChanged ? 'no' : 'not-needed', stillRunning };
}
//# sourceMappingURL=roll-out.js.map
;// CONCATENATED MODULE: ./lib/main.js
/** The story: read what is asked, look at what is there, plan, show the plan, carry it out, report. Only here a step fails. */









/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const PATIENCE_AFTER_CANCEL = (0,domain_time/* seconds */.YA)(6.3);
async function main(outside) {
    if (isPostPhase(outside))
        return post(outside);
    const stop = new AbortController();
    outside.host.onCancel(() => stop.abort());
    const report = new Report(outside);
    const outcome = await Promise.race([deploy(outside, report, stop.signal), unanswered(outside, report, stop.signal)]);
    saveForPost(outside, report, outcome);
    await report.conclude(outcome);
    if (isFailure(outcome.state))
        outside.host.fail();
    outside.leave(stop.signal.aborted ? (isFailure(outcome.state) ? 1 : 0) : undefined);
}
async function deploy(outside, report, cancel) {
    try {
        const asked = await read(outside.host, outside.files);
        if (asked.kind === 'refused')
            return main_refuse(report, asked.problems);
        const { settings } = asked;
        report.learn({ settings });
        for (const text of asked.notices)
            report.say({ type: 'notice', text });
        const cloud = await outside.connect(settings.region, cancel);
        if (cloud.gap !== undefined)
            report.say({ type: 'notice', text: cloud.gap });
        const { application, environmentName, region } = settings;
        const seen = await observe({ application, environmentName, region }, { ...outside, ...cloud });
        if (seen.kind === 'refused')
            return main_refuse(report, seen.problems);
        report.learn({ snapshot: seen.snapshot });
        const made = await prepare({ settings, snapshot: seen.snapshot, outside, cloud, say: report.say });
        if (made.kind === 'refused')
            return main_refuse(report, made.problems);
        report.learn({ plan: made.plan });
        if (settings.dryRun)
            return planned(made.plan);
        if (cancel.aborted)
            return cancelledEarly();
        saveForPost(outside, report);
        const ports = { ...outside, ...cloud };
        return await rollOut({ plan: made.plan, snapshot: seen.snapshot, settings, ports, say: report.say, cancel });
    }
    catch (error) {
        if (outside.host.run.debug && error instanceof Error)
            outside.host.debug(error.stack ?? error.message);
        return cancel.aborted && report.known.plan === undefined ? cancelledEarly() : broken(error);
    }
}
function main_refuse(report, problems) {
    report.learn({ problems });
    return refused(problems);
}
/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }, report, cancel) {
    await new Promise((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
    await clock.sleep(PATIENCE_AFTER_CANCEL);
    const { plan: begun } = report.known;
    return begun === undefined ? cancelledEarly() : cancelledUnanswered(begun.environment.name);
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 5810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ wire)
});

// UNUSED EXPORTS: VERSION

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/runner/host.js
/**
 * The GitHub Actions runner: inputs from `INPUT_*`, outputs and state through the runner's files, log lines as workflow
 * commands (GitHub docs: "Workflow commands for GitHub Actions"). Also works in a plain terminal, where commands are
 * left out. `@actions/core` would do the same, but loads an HTTP stack that costs more than the rest of a cold start.
 */



/** Signals with which runners (and people) ask to stop; Windows sends SIGBREAK where others send SIGTERM. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
function createRunnerHost(on) {
    const { env } = on;
    const inActions = env.GITHUB_ACTIONS === 'true';
    const print = (text) => on.write(`${text}${external_node_os_.EOL}`);
    const command = (name, data, properties = '') => {
        if (inActions)
            print(`::${name}${properties}::${escapeData(data)}`);
    };
    const keyValue = (variable, name, value) => appendTo(env[variable], keyValueMessage(name, value, on.newDelimiter()));
    return {
        input: (name) => (env[inputVariable(name)] ?? '').trim(),
        givenInputs: () => Object.entries(env)
            .filter(([name, value]) => name.startsWith('INPUT_') && (value ?? '').trim() !== '')
            .map(([name]) => name.slice('INPUT_'.length).toLowerCase()),
        output: (name, value) => {
            keyValue('GITHUB_OUTPUT', name, value);
        },
        line: print,
        group: (title) => (inActions ? command('group', title) : print(`▸ ${title}`)),
        endGroup: () => command('endgroup', ''),
        annotate: (level, message, title) => annotate(level, message, title),
        debug: (text) => command('debug', text),
        mask: (secret) => {
            for (const line of secret.split(/\r?\n/))
                if (line.trim() !== '')
                    command('add-mask', line);
        },
        summary: (markdown) => appendTo(env.GITHUB_STEP_SUMMARY, `${markdown}${external_node_os_.EOL}`),
        fail: () => on.setExitCode(1),
        saveState: (name, value) => {
            keyValue('GITHUB_STATE', name, value);
        },
        state: (name) => env[`STATE_${name}`] ?? '',
        run: runFacts(env, on.cwd()),
        onCancel: (callback) => {
            let asked = false;
            for (const signal of STOP_SIGNALS) {
                on.on(signal, () => {
                    // The first request is answered in order; somebody who asks twice wants out at once.
                    if (asked)
                        on.exit(130);
                    asked = true;
                    callback();
                });
            }
        },
    };
    function annotate(level, message, title) {
        if (inActions)
            command(level, message, title === undefined ? '' : ` title=${escapeProperty(title)}`);
        else
            print(`${level}: ${title === undefined ? '' : `${title}: `}${message}`);
    }
}
/** The running process as the host needs it. */
function thisProcess(newDelimiter) {
    return {
        env: process.env,
        cwd: () => process.cwd(),
        write: (text) => {
            process.stdout.write(text);
        },
        setExitCode: (code) => {
            process.exitCode = code;
        },
        exit: (code) => process.exit(code),
        on: (signal, listener) => {
            // Signals that this platform lacks must not keep the action from starting.
            if (signal === 'SIGBREAK' && process.platform !== 'win32')
                return;
            process.on(signal, listener);
        },
        newDelimiter,
    };
}
/** The runner upper-cases names and turns blanks into `_`; hyphens stay. */
const inputVariable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
const escapeData = (text) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text) => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
/** `name<<delimiter`, so that a value with line ends cannot define another output. */
function keyValueMessage(name, value, unique) {
    const delimiter = `ghadelimiter_${unique}`;
    return `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`;
}
/** Answers `false` where the runner gave no such file (a plain terminal). */
function appendTo(file, text) {
    if (file === undefined || file === '' || !(0,external_node_fs_.existsSync)(file))
        return false;
    (0,external_node_fs_.appendFileSync)(file, text, 'utf8');
    return true;
}
function runFacts(env, cwd) {
    const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? '');
    const text = (value) => value === undefined || value === '' ? undefined : value;
    const optional = (key, value) => (value === undefined ? {} : { [key]: value });
    return {
        workspace: (0,external_node_path_.resolve)(text(env.GITHUB_WORKSPACE) ?? cwd),
        temporary: (0,external_node_path_.resolve)(text(env.RUNNER_TEMP) ?? (0,external_node_os_.tmpdir)()),
        ...optional('repository', text(env.GITHUB_REPOSITORY)),
        ...optional('commit', text(env.GITHUB_SHA)),
        ...optional('ref', text(env.GITHUB_REF)),
        ...optional('eventName', text(env.GITHUB_EVENT_NAME)),
        ...optional('runId', text(env.GITHUB_RUN_ID)),
        ...(Number.isInteger(attempt) && attempt > 0 ? { runAttempt: attempt } : {}),
        ...optional('actor', text(env.GITHUB_ACTOR)),
        ...optional('serverUrl', text(env.GITHUB_SERVER_URL)),
        ...optional('actionRepository', text(env.GITHUB_ACTION_REPOSITORY)),
        ...optional('actionRef', text(env.GITHUB_ACTION_REF)),
        debug: env.RUNNER_DEBUG === '1',
    };
}
//# sourceMappingURL=host.js.map
;// CONCATENATED MODULE: ./lib/adapters/system/clock.js
const systemClock = {
    now: () => Date.now(),
    sleep: (span, signal) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const wake = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', wake);
            resolve();
        };
        const timer = setTimeout(wake, Math.max(0, span));
        signal?.addEventListener('abort', wake, { once: true });
    }),
};
//# sourceMappingURL=clock.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(1591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __nccwpck_require__(6761);
;// CONCATENATED MODULE: ./lib/adapters/system/files.js
/** The file system. A path that is not there is an answer (`stat`) or a problem (everything else), never an empty text. */




const systemFiles = {
    stat: async (path) => {
        try {
            const found = await (0,promises_.lstat)(path);
            return { kind: kindOf(found), bytes: found.size, mode: modeOf(found) };
        }
        catch (error) {
            const code = (0,errors/* codeOf */.$N)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return undefined;
            throw unreadable(path, error);
        }
    },
    list: (path) => reading(path, async () => (await (0,promises_.readdir)(path)).sort(byCodeUnit)),
    readText: (path) => reading(path, () => (0,promises_.readFile)(path, 'utf8')),
    readLink: (path) => reading(path, () => (0,promises_.readlink)(path)),
    realPath: (path) => reading(path, () => (0,promises_.realpath)(path)),
    writeText: async (path, text) => {
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.writeFile)(path, text);
        }
        catch (error) {
            throw new problem/* ActionError */.l({
                code: 'file-not-written',
                blame: 'you',
                what: `The file ${path} could not be written (${(0,errors/* codeOf */.$N)(error)}).`,
                hint: 'Check that the directory exists, is writable for this user and has space left.',
            }, { cause: error });
        }
    },
};
async function reading(path, read) {
    try {
        return await read();
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
const unreadable = (path, error) => new problem/* ActionError */.l({
    code: 'file-unreadable',
    blame: 'you',
    what: `${path} could not be read (${(0,errors/* codeOf */.$N)(error)}).`,
    hint: 'Check that it exists, that this user may read it, and that no other step changes it at the same time.',
}, { cause: error });
const byCodeUnit = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
function kindOf(found) {
    if (found.isSymbolicLink())
        return 'symlink';
    if (found.isDirectory())
        return 'directory';
    return found.isFile() ? 'file' : 'other';
}
/** Windows has no permission bits: what Node answers there would make every file writable and none executable. */
function modeOf(found) {
    if (process.platform === 'win32')
        return found.isDirectory() ? 0o755 : 0o644;
    return found.mode & 0o7777;
}
//# sourceMappingURL=files.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/adapters/system/random.js
/** Randomness from the operating system. */

const systemRandom = {
    next: () => (0,external_node_crypto_.randomBytes)(4).readUInt32BE() / 2 ** 32,
    uuid: () => (0,external_node_crypto_.randomUUID)(),
};
//# sourceMappingURL=random.js.map
;// CONCATENATED MODULE: ./lib/wire.js
/** The composition root: the only place that knows which adapter stands behind which port. The AWS SDK is loaded late. */




/** For the user agent of AWS calls; the one of package.json, which a test checks. */
const VERSION = '0.1.0';
/** Credentials of the job that must not appear anywhere, not even in what the service says. */
const SECRET_VARIABLES = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const LAST_WORDS = 100;
function wire() {
    const runner = thisProcess(() => systemRandom.uuid());
    const host = createRunnerHost(runner);
    for (const name of SECRET_VARIABLES) {
        const secret = runner.env[name] ?? '';
        if (secret !== '')
            host.mask(secret);
    }
    const connections = [];
    const parts = { clock: systemClock, random: systemRandom };
    return {
        ...parts,
        host,
        files: systemFiles,
        archives: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(730), __nccwpck_require__.e(844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8844))).zipArchives,
        connect: async (region, signal) => {
            const [{ createAwsClients }, { createBeanstalk }, { createBundleStore }, { createIdentity }] = await Promise.all([
                __nccwpck_require__.e(/* import() */ 578).then(__nccwpck_require__.bind(__nccwpck_require__, 9578)),
                Promise.all(/* import() */[__nccwpck_require__.e(366), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32)),
                Promise.all(/* import() */[__nccwpck_require__.e(366), __nccwpck_require__.e(682)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5682)),
                __nccwpck_require__.e(/* import() */ 642).then(__nccwpck_require__.bind(__nccwpck_require__, 642)),
            ]);
            const clients = createAwsClients({ region, version: VERSION, env: runner.env });
            connections.push({
                calls: () => clients.beanstalkCalls.count + clients.storeCalls.count,
                close: () => clients.close(),
            });
            const options = { ...parts, clients, signal };
            return {
                beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
                watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
                store: createBundleStore(options),
                identity: createIdentity(clients),
                ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
            };
        },
        calls: () => connections.reduce((sum, connection) => sum + connection.calls(), 0),
        leave: (code) => {
            for (const connection of connections)
                connection.close();
            // Some platforms write to pipes in the background: the last lines get a moment.
            if (code !== undefined)
                void systemClock.sleep(LAST_WORDS).then(() => runner.exit(code));
        },
    };
}
//# sourceMappingURL=wire.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

//# sourceMappingURL=index.js.map