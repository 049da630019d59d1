/**
 * Rules of the verdict, of the event stream and of what carries rollouts out, each broken in one place. `rule`: what is no
 * longer so. A text that is not found exactly once makes the check fail: the list moves with the code.
 */
const watch = (file) => `src/watch/${file}.ts`;
const rollout = (file) => `src/rollout/${file}.ts`;

export const MUTATIONS = [
  // Presence and beginning
  {
    file: watch('judges'),
    rule: 'a replaced environment is another one',
    from: 'environment.id !== known.baseline.environmentId',
    to: 'false',
  },
  {
    file: watch('judges'),
    rule: 'a terminated environment ends the watch',
    from: "if (environment?.status === 'Terminating' || environment?.status === 'Terminated') {",
    to: 'if (known.absentInARow < 0) {',
  },
  {
    file: watch('judges'),
    rule: 'an absent environment is waited for',
    from: 'if (span >= ALLOWANCES.absent) return absent(known, span);',
    to: 'return absent(known, span);',
  },
  {
    file: watch('judges'),
    rule: 'an absent environment is given up one day',
    from: 'if (span >= ALLOWANCES.absent) return absent(known, span);',
    to: '',
  },
  {
    file: watch('judges'),
    rule: 'an update that was not seen to begin is no success',
    from: 'judgePresence(known) ?? judgeBeginning(known) ?? judgeStatus(known)',
    to: 'judgePresence(known) ?? judgeStatus(known)',
  },
  {
    file: watch('judges'),
    rule: 'an update that never begins ends',
    from: 'if (waited < ALLOWANCES.notStarted)',
    to: 'if (waited >= 0)',
  },
  {
    file: watch('judges'),
    rule: 'blindness is told from idleness',
    from: 'known.events.readings > 0 && known.events.seen === 0 && known.events.incredibleInARow > 0',
    to: 'false',
  },
  {
    file: watch('judges'),
    rule: 'Ready is the end only when it follows the update',
    from: 'if (known.readySince !== undefined) return undefined;\n  const wants',
    to: "if (known.environment?.status === 'Ready') return undefined;\n  const wants",
  },
  // What success needs
  {
    file: watch('judges'),
    rule: 'the label counts',
    from: '    label,\n    findConfiguration',
    to: '    findConfiguration',
  },
  { file: watch('judges'), rule: 'the settings count', from: '    findConfiguration(expects, known),\n', to: '' },
  {
    file: watch('judges'),
    rule: 'the instances count',
    from: 'fleetAsked ? explainFleet(findFleet(expects, known), known)',
    to: 'fleetAsked && known.readyInARow < 0 ? explainFleet(findFleet(expects, known), known)',
  },
  {
    file: watch('judges'),
    rule: 'the pods count',
    from: "label.found === 'proven' ? findPods(expects.pods, known)",
    to: "label.found === 'failed' ? findPods(expects.pods, known)",
  },
  { file: watch('judges'), rule: 'health counts', from: '    findHealth(rules, known, enhanced, now),\n', to: '' },
  {
    file: watch('judges'),
    rule: 'what is open is waited for',
    from: 'if (first !== undefined) return stillProving(first.reason, open, proof);',
    to: '',
  },
  {
    file: watch('judges'),
    rule: 'without an instance that reports nothing is proven by instances',
    from: 'fleetAsked && hasInstances',
    to: 'fleetAsked',
  },
  {
    file: watch('judges'),
    rule: 'the proof is called what it is',
    from: "const proof: Proof = fleetAsked && hasInstances ? 'instances' : 'environment';",
    to: "const proof: Proof = 'instances';",
  },
  // Label
  {
    file: watch('label'),
    rule: 'another label is no success',
    from: 'if (wanted !== undefined && shown !== wanted) return otherLabel(expects, known, shown, wanted);',
    to: '',
  },
  {
    file: watch('label'),
    rule: 'a label may lag behind',
    from: 'const isOver = waited >= ALLOWANCES.labelLag ||',
    to: 'const isOver = waited >= 0 ||',
  },
  {
    file: watch('label'),
    rule: 'a lagging label is given up',
    from: 'const isOver = waited >= ALLOWANCES.labelLag || (isHinted && known.readyInARow >= SURE);',
    to: 'const isOver = isHinted && known.readyInARow >= SURE;',
  },
  {
    file: watch('label'),
    rule: 'a third label is somebody else',
    from: 'const isThird = shown !== undefined && shown !== expects.previousVersionLabel;',
    to: 'const isThird = false;',
  },
  {
    file: watch('label'),
    rule: 'without any discriminator an announced failure stands',
    from: "const [failure] = known.events.failures;\n  if (failure === undefined) return { found: 'proven' };",
    to: "const [failure] = known.events.failures;\n  if (failure !== null) return { found: 'proven' };",
  },
  {
    file: watch('label'),
    rule: 'an abort of ours is not somebody else',
    from: 'return !known.abortedByUs && (',
    to: 'return (',
  },
  // Settings
  {
    file: watch('configuration-proof'),
    rule: 'settings are read after the end',
    from: ' || settingsAt < readySince',
    to: '',
  },
  {
    file: watch('configuration-proof'),
    rule: 'a draft is not what is deployed',
    from: "settings.find((entry) => (entry.deploymentStatus ?? 'deployed') === 'deployed')",
    to: 'settings[0]',
  },
  {
    file: watch('configuration-proof'),
    rule: 'values are compared',
    from: 'return /^\\*+$/.test(value) || normalise(value) === normalise(option.value);',
    to: 'return true;',
  },
  {
    file: watch('configuration-proof'),
    rule: 'removed variables are gone',
    from: "return option.namespace !== VARIABLES || (deployedValue(option, deployed) ?? '') === '';",
    to: 'return true;',
  },
  // Fleet
  { file: watch('fleet'), rule: 'instances are asked after the end', from: '!isAfterEnd(reading, known)', to: 'false' },
  {
    file: watch('fleet'),
    rule: 'an empty list of instances proves nothing',
    from: 'if (reading.instances.length === 0 && expects.instances > 0) return emptyFleet(waited);',
    to: '',
  },
  {
    file: watch('fleet'),
    rule: 'instances behind are no success',
    from: 'if (fleet.behind.length > 0) return split(expects, known, fleet, waited, readySince);',
    to: '',
  },
  {
    file: watch('fleet'),
    rule: 'a fleet that is too small is waited for',
    from: 'if (count < expects.instances && waited < patience) {',
    to: 'if (count < 0) {',
  },
  {
    file: watch('fleet'),
    rule: 'a deployment must have ended well on the instance',
    from: "deployment === undefined || deployment.status !== 'Deployed'",
    to: 'deployment === undefined',
  },
  {
    file: watch('fleet'),
    rule: 'the version of the instance counts',
    from: 'if (expects.versionLabel !== undefined && deployment.versionLabel !== expects.versionLabel) return false;',
    to: '',
  },
  {
    file: watch('fleet'),
    rule: 'deployment ids must rise',
    from: '(deployment.id ?? 0) > expects.previousDeploymentId',
    to: '(deployment.id ?? 0) > 0',
  },
  {
    file: watch('fleet'),
    rule: 'all instances have the same deployment',
    from: 'if (deployment.id !== undefined && deployment.id < newestId) return false;',
    to: '',
  },
  {
    file: watch('fleet'),
    rule: 'instances that Auto Scaling has just launched are not behind',
    from: 'known.events.removedIds.has(instance.id) || isJustLaunched(instance, end)',
    to: 'known.events.removedIds.has(instance.id)',
  },
  {
    file: watch('fleet'),
    rule: 'instances that are being removed are not behind',
    from: 'known.events.removedIds.has(instance.id) || isJustLaunched(instance, end)',
    to: 'isJustLaunched(instance, end)',
  },
  // Health
  {
    file: watch('health-gate'),
    rule: 'health is measured after the end',
    from: 'sample.date === undefined || end === undefined || sample.date >= end;',
    to: 'true;',
  },
  {
    file: watch('health-gate'),
    rule: 'health that is bad is no success',
    from: "if (taste !== 'good') return notGood(taste, last, graceEnd, now, rules);",
    to: '',
  },
  {
    file: watch('health-gate'),
    rule: 'health must hold',
    from: 'if (held >= rules.stableFor) {',
    to: 'if (held >= 0) {',
  },
  {
    file: watch('health-gate'),
    rule: 'a bad sample begins the hold anew',
    from: 'const since = samples[lastBad + 1]?.at ?? last.at;',
    to: 'const since = samples[0]?.at ?? last.at;',
  },
  {
    file: watch('health-gate'),
    rule: 'health has its grace',
    from: 'if (last.at < graceEnd) {',
    to: 'if (last.at < 0) {',
  },
  {
    file: watch('health-gate'),
    rule: 'grey tells nothing',
    from: "return color === 'Grey' ? 'unclear' : 'bad';",
    to: "return 'bad';",
  },
  {
    file: watch('health-gate'),
    rule: 'basic health is looked at again',
    from: 'sample.at - readySince >= ALLOWANCES.basicRefresh',
    to: 'sample.at - readySince >= 0',
  },
  // What is known
  {
    file: watch('knowledge'),
    rule: 'the moment before is not the end',
    from: 'if (known.began === undefined) return false;\n  if (known.leftReady) return true;',
    to: 'return true;',
  },
  {
    file: watch('knowledge'),
    rule: 'Ready that was left is no end',
    from: "if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at)) return withoutReadiness(known);",
    to: "if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at)) return known;",
  },
  {
    file: watch('knowledge'),
    rule: 'an aborting environment is remembered',
    from: "abortingSeen: known.abortingSeen || environment.status === 'Aborting',",
    to: 'abortingSeen: known.abortingSeen,',
  },
  // Events
  {
    file: watch('stream'),
    rule: 'events from before are not told',
    from: 'taken: occurrences(history), quiet',
    to: 'taken: new Map(), quiet',
  },
  {
    file: watch('stream'),
    rule: 'readings overlap',
    from: 'Math.max(0, newest - OVERLAP)',
    to: 'Math.max(0, newest + 1)',
  },
  {
    file: watch('stream'),
    rule: 'a burst is read in full until it has been quiet for long',
    from: 'quiet >= QUIET && crowd',
    to: 'crowd',
  },
  {
    file: watch('pace'),
    rule: 'a fleet of hundreds is asked as rarely as it takes calls',
    from: 'return pages === 1 || now - (instancesAt ?? 0) >= pages * EVERY_PAGE;',
    to: 'return pages > 0 || now - (instancesAt ?? 0) >= pages * EVERY_PAGE;',
  },
  {
    file: rollout('judged-splitting'),
    rule: 'samples of a fleet of hundreds are as rare as they take calls',
    from: 'Math.min(pages * EVERY,',
    to: 'Math.min(EVERY,',
  },
  {
    file: rollout('judged-splitting'),
    rule: 'what is judged last can still be stopped',
    from: 'this.#step.judging.evaluation - BEFORE_ITS_END;',
    to: 'this.#step.judging.evaluation + BEFORE_ITS_END;',
  },
  {
    file: watch('stream'),
    rule: 'the last reading goes back to the anchor',
    from: 'state.anchor === undefined ? 0 : Math.max(0, state.anchor - OVERLAP)',
    to: 'readFrom(state)',
  },
  {
    file: watch('stream'),
    rule: 'what was told is not told again',
    from: 'if (occurrence <= (taken.get(key) ?? 0)) continue;',
    to: '',
  },
  {
    file: watch('stream'),
    rule: 'equal events of several instances are told as often as they are listed',
    from: 'if (occurrence <= (taken.get(key) ?? 0)) continue;',
    to: 'if (taken.has(key)) continue;',
  },
  {
    file: watch('stream'),
    rule: 'events are told in their order',
    from: '[...events].sort((left, right) => left.date - right.date)',
    to: '[...events]',
  },
  {
    file: watch('stream'),
    rule: "others' events are not ours",
    from: "return own.has(event.requestId) ? 'own' : 'other';",
    to: "return 'own';",
  },
  {
    file: watch('stream'),
    rule: 'an answer without what was there before is not believed',
    from: 'const credible = state.newest === undefined || reading.some((event) => event.date >= (state.newest ?? 0));',
    to: 'const credible = true;',
  },
  {
    file: watch('watch'),
    rule: 'what will not get better ends the wait',
    from: 'if (isHopeless) return { problem: error.problem, eventsRead };',
    to: '',
  },
  {
    file: watch('watch'),
    rule: 'what passes does not end the wait',
    from: "const isHopeless = error.nature === 'permanent' &&",
    to: 'const isHopeless =',
  },
  {
    file: watch('label'),
    rule: 'under basic health an update of others that was aborted after ours leaves instances that nobody knows',
    from: 'if (mixed !== undefined) return mixed;',
    to: '',
  },
  {
    file: rollout('swap'),
    rule: 'what an earlier swap has said late is no word of this one',
    from: ' && !isOfBefore(pair, event)',
    to: '',
  },
  {
    file: watch('knowledge'),
    rule: 'an answer older than one that was read already tells nothing',
    from: 'isFromBefore(environment, known) &&',
    to: 'false &&',
  },
  // Carrying out
  {
    file: rollout('search'),
    rule: 'a lost call is looked for until a look has succeeded',
    from: '(hasSeen ? giveUpAt : giveUpAt + UNSEEN.longer)',
    to: 'giveUpAt',
  },
  {
    file: rollout('lost-update'),
    rule: 'an update with a lost answer that was seen to move once is not sent again',
    from: "if (!isMoving) return 'nothing';",
    to: "if (isMoving || !isMoving) return 'nothing';",
  },
  {
    file: rollout('bake'),
    rule: 'an answer from before the swap does not say who has the traffic',
    from: 'isEarly && isFromBefore(shownNow, run.environment) ?',
    to: 'false ?',
  },
  {
    file: rollout('swap'),
    rule: 'both sides are looked at right before a swap',
    from: "    if (found !== undefined) return { step: 'refused', problem: found };\n",
    to: '',
  },
  {
    file: rollout('swap'),
    rule: 'a swap is accepted only when its answer came or its effect was seen',
    from: 'if (!error.answerLost) {',
    to: 'if (error.answerLost) {',
  },
  {
    file: rollout('swap'),
    rule: 'a swap has happened when the names have moved',
    from: 'if (isReady && isMoved(pair, seen)) {',
    to: 'if (isReady) {',
  },
  {
    file: rollout('swap'),
    rule: 'the new side runs the version when it gets the traffic',
    from: '(step.proof === undefined || other === undefined ? undefined : await whyUnproven(to, step.proof, other))',
    to: 'undefined',
  },
  {
    file: rollout('retire'),
    rule: 'the old side is left alone while it is asked',
    from: 'const why = dry ?? (await whyKept(rollout, old, step));',
    to: 'const why = await whyKept(rollout, old, step);',
  },
  {
    file: rollout('retire'),
    rule: 'nothing is retired that may be live',
    from: 'const live = runOf(rollout, step.live).target;\n  if (step.shares',
    to: 'const live = runOf(rollout, step.live).target;\n  if (live.id !== "") return undefined;\n  if (step.shares',
  },
  {
    file: rollout('retire'),
    rule: 'names are held for a while',
    from: 'await clock.sleep(Math.max(0, forgotten - start), cancel);',
    to: '',
  },
  {
    file: rollout('way-back'),
    rule: 'what somebody else has deployed is not taken back',
    from: "if (known.events.updateByOthers !== undefined || code === 'wrong-version') {",
    to: "if (code === 'unhealthy' && known.abortedByUs && known.readyInARow < 0) {",
  },
  {
    file: rollout('way-back'),
    rule: 'a rollback needs its version',
    from: 'if (version === undefined) return `version',
    to: 'if (label === undefined) return `version',
  },
  {
    file: rollout('way-back'),
    rule: 'a failed rollback is called one',
    from: "restored: 'failed',\n    reason: said(",
    to: "restored: 'yes',\n    reason: said(",
  },
];
