/**
 * Hosted zones in which AWS's own names lie, for aliases to what no call tells the zone of: classic load balancers (they
 * share the zone of application load balancers) and environments without one. AWS General Reference, "Elastic Load
 * Balancing endpoints and quotas" and "AWS Elastic Beanstalk endpoints and quotas".
 */

const BALANCERS: Readonly<Record<string, string>> = {
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

const ENVIRONMENTS: Readonly<Record<string, string>> = {
  'us-east-1': 'Z117KPS5GTRQ2G',
  'us-east-2': 'Z14LCN19Q5QHIC',
  'us-west-1': 'Z1LQECGX5PH1X',
  'us-west-2': 'Z38NKT9BP95V3O',
  'ca-central-1': 'ZJFCZL7SSZB5I',
  'ca-west-1': 'Z1021028356Y0CYS11DQI',
  'sa-east-1': 'Z10X7K2B4QSOFV',
  'af-south-1': 'Z1EI3BVKMKK4AM',
  'eu-west-1': 'Z2NYPWQ7DFZAZH',
  'eu-west-2': 'Z1GKAAAUGATPF1',
  'eu-west-3': 'Z5WN6GAYWG5OB',
  'eu-central-1': 'Z1FRNW7UH4DEZJ',
  'eu-central-2': 'Z00227012FSHBMZNNSJJI',
  'eu-north-1': 'Z23GO28BZ5AETM',
  'eu-south-1': 'Z10VDYYOA2JFKM',
  'eu-south-2': 'Z0243492AO4B9S3KI68O',
  'ap-south-1': 'Z18NTBI3Y7N9TZ',
  'ap-south-2': 'Z10223522IBWPBF2C2FJS',
  'ap-southeast-1': 'Z16FZ9L249IFLT',
  'ap-southeast-2': 'Z2PCDNR3VC2G1N',
  'ap-southeast-3': 'Z05913172VM7EAZB40TA8',
  'ap-southeast-4': 'Z0666869LC74UHAO5YE4',
  'ap-southeast-5': 'Z01812971H0QCYWSL7WOH',
  'ap-southeast-6': 'Z01144401H1NECCLJDD4D',
  'ap-southeast-7': 'Z08384933QM5LSQCVMNZM',
  'ap-east-1': 'ZPWYUBWRU171A',
  'ap-northeast-1': 'Z1R25G3KIG2GBW',
  'ap-northeast-2': 'Z3JE5OI70TWKCP',
  'ap-northeast-3': 'ZNE5GEY1TIAGY',
  'me-south-1': 'Z2BBTEKR2I36N2',
  'me-central-1': 'Z0650511N84AAKGW7QUK',
  'il-central-1': 'Z02941091PERNCB1MI5H7',
  'us-gov-east-1': 'Z35TSARG0EJ4VU',
  'us-gov-west-1': 'Z4KAURWC4UUUG',
};

/** `undefined`: not in the table. */
export const balancerZone = (region: string): string | undefined => BALANCERS[region];
export const environmentZone = (region: string): string | undefined => ENVIRONMENTS[region];
