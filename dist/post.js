process.env.BEANSTALK_ROLLOUT_PHASE = 'post';
await import('./index.js');
