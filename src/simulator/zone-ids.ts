/** Hosted zones of AWS's own names, to which alias records point (AWS General Reference, "Service endpoints and quotas"). */

/** `<name>.<region>.elasticbeanstalk.com`. */
const BEANSTALK: Readonly<Record<string, string>> = {
  'us-east-1': 'Z117KPS5GTRQ2G',
  'us-east-2': 'Z14LCN19Q5QHIC',
  'us-west-1': 'Z1LQECGX5PH1X',
  'us-west-2': 'Z38NKT9BP95V3O',
  'ca-central-1': 'ZJFCZL7SSZB5I',
  'sa-east-1': 'Z10X7K2B4QSOFV',
  'eu-west-1': 'Z2NYPWQ7DFZAZH',
  'eu-west-2': 'Z1GKAAAUGATPF1',
  'eu-west-3': 'Z5WN6GAYWG5OB',
  'eu-central-1': 'Z1FRNW7UH4DEZJ',
  'eu-north-1': 'Z23GO28BZ5AETM',
  'ap-south-1': 'Z18NTBI3Y7N9TZ',
  'ap-southeast-1': 'Z16FZ9L249IFLT',
  'ap-southeast-2': 'Z2PCDNR3VC2G1N',
  'ap-northeast-1': 'Z1R25G3KIG2GBW',
  'ap-northeast-2': 'Z3JE5OI70TWKCP',
};

/** Application and classic load balancers: `<name>.<region>.elb.amazonaws.com`. */
const BALANCER: Readonly<Record<string, string>> = {
  'us-east-1': 'Z35SXDOTRQ7X7K',
  'us-east-2': 'Z3AADJGX6KTTL2',
  'us-west-1': 'Z368ELLRRE2KJ0',
  'us-west-2': 'Z1H1FL5HABSF5',
  'ca-central-1': 'ZQSVJUPU6J1EY',
  'sa-east-1': 'Z2P70J7HTTTPLU',
  'eu-west-1': 'Z32O12XQLNTSW2',
  'eu-west-2': 'ZHURV8PSTC4K8',
  'eu-west-3': 'Z3Q77PNBQS71R4',
  'eu-central-1': 'Z215JYRZR1TBD5',
  'eu-north-1': 'Z23TAZ6LKFMNIO',
  'ap-south-1': 'ZP97RAFLXTNZK',
  'ap-southeast-1': 'Z1LMS91P8CMLE5',
  'ap-southeast-2': 'Z1GM3OXH4ZPM65',
  'ap-northeast-1': 'Z14GRHDCWA56QT',
  'ap-northeast-2': 'ZWKZPGTI48KDX',
};

export const beanstalkZone = (region: string): string => BEANSTALK[region] ?? 'Z117KPS5GTRQ2G';
export const balancerZone = (region: string): string => BALANCER[region] ?? 'Z35SXDOTRQ7X7K';

/** The zone in which one of AWS's names lies, in any region; `undefined`: not a name that the simulator knows. */
export function awsZoneOf(name: string): string | undefined {
  const host = name.toLowerCase().replace(/\.$/, '');
  const beanstalk = /\.([a-z0-9-]+)\.elasticbeanstalk\.com$/.exec(host)?.[1];
  if (beanstalk !== undefined) return beanstalkZone(beanstalk);
  const balancer = /\.([a-z0-9-]+)\.elb\.amazonaws\.com$/.exec(host)?.[1];
  return balancer === undefined ? undefined : balancerZone(balancer);
}
