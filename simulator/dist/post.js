process.env.BEANSTALK_SIMULATOR_PHASE = 'post';
await import('./index.js');
