/** Refusals about environments, tags and what the simulator leaves out: code and text, one row each. */
import { describe, expect, it } from '@jest/globals';
import { testService } from '../../support/service.js';
import { preparedShop, STACK } from '../../support/shop.js';

const tags = (ResourceArn: string, rest: object) => ({ ResourceArn, ...rest });
const ARN = 'arn:aws:elasticbeanstalk:us-east-1:123456789012';

describe('the service refuses', () => {
  const service = preparedShop();

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'ListTagsForResource',
      { ResourceArn: `${ARN}:environment/shop/none` },
      `ResourceNotFoundException: Resource not found for arn: '${ARN}:environment/shop/none'.`,
    ],
    [
      'ListTagsForResource',
      { ResourceArn: 'arn:aws:s3:::x' },
      "ResourceTypeNotSupportedException: Resource type not supported for arn: 'arn:aws:s3:::x'.",
    ],
    [
      'UpdateTagsForResource',
      tags(`${ARN}:application/shop`, {}),
      'InvalidParameterValue: At least one of TagsToAdd and TagsToRemove must be provided.',
    ],
    [
      'UpdateTagsForResource',
      tags(`${ARN}:application/shop`, { TagsToAdd: [{ Key: 'aws:x', Value: '1' }] }),
      "InvalidParameterValue: Tag key 'aws:x' is reserved.",
    ],
    [
      'UpdateTagsForResource',
      tags(`${ARN}:application/shop`, {
        TagsToAdd: Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: '' })),
      }),
      'TooManyTagsException: The number of tags in the resource would exceed the number of tags that each resource can have (50).',
    ],
    [
      'UpdateTagsForResource',
      tags(`${ARN}:environment/shop/shop-busy`, { TagsToAdd: [{ Key: 'a', Value: '1' }] }),
      'OperationInProgressFailure: Unable to update tags of environment: shop-busy. An operation is already in progress, please retry again shortly.',
    ],
    [
      'SwapEnvironmentCNAMEs',
      {},
      'MissingRequiredParameter: Both a source and a destination environment must be specified, by EnvironmentId or by EnvironmentName.',
    ],
    [
      'SwapEnvironmentCNAMEs',
      { SourceEnvironmentId: 'e-1', DestinationEnvironmentName: 'shop-green' },
      'InvalidParameterCombination: Source and destination must both be specified by EnvironmentId or both by EnvironmentName.',
    ],
    [
      'SwapEnvironmentCNAMEs',
      { SourceEnvironmentName: 'shop-blue', DestinationEnvironmentName: 'none' },
      "InvalidParameterValue: No Environment found for EnvironmentName = 'none'.",
    ],
    [
      'SwapEnvironmentCNAMEs',
      { SourceEnvironmentName: 'shop-blue', DestinationEnvironmentName: 'shop-busy' },
      'InvalidParameterValue: Environment named shop-busy is in an invalid state for this operation. Must be Ready.',
    ],
    [
      'SwapEnvironmentCNAMEs',
      { SourceEnvironmentName: 'shop-blue', DestinationEnvironmentName: 'shop-blue' },
      'InvalidParameterValue: The source and the destination environment must be different.',
    ],
    [
      'SwapEnvironmentCNAMEs',
      { SourceEnvironmentName: 'shop-blue', DestinationEnvironmentName: 'shop-jobs' },
      'InvalidParameterValue: Environment named shop-jobs does not have a CNAME to swap.',
    ],
    ['TerminateEnvironment', {}, 'MissingRequiredParameter: Either EnvironmentName or EnvironmentId must be provided.'],
    [
      'TerminateEnvironment',
      { EnvironmentName: 'shop-busy' },
      'InvalidParameterValue: Cannot terminate environment named shop-busy. It is currently pending deployment.',
    ],
    [
      'TerminateEnvironment',
      { EnvironmentName: 'shop-blue', TerminateResources: false },
      'NotImplemented: The simulator does not implement TerminateResources=false. See BEHAVIOUR.md.',
    ],
    [
      'RestartAppServer',
      { EnvironmentName: 'shop-busy' },
      'InvalidParameterValue: Environment named shop-busy is in an invalid state for this operation. Must be Ready.',
    ],
    [
      'RebuildEnvironment',
      { EnvironmentName: 'shop-busy' },
      'InvalidParameterValue: Environment named shop-busy is in an invalid state for this operation. Must be Ready.',
    ],
    [
      'RequestEnvironmentInfo',
      { EnvironmentName: 'shop-busy', InfoType: 'tail' },
      'InvalidParameterValue: Environment named shop-busy is in an invalid state for this operation. Must be Ready.',
    ],
    [
      'ApplyEnvironmentManagedAction',
      { EnvironmentName: 'shop-blue', ActionId: 'mp-1' },
      'ManagedActionInvalidStateException: The managed action mp-1 is not in the Scheduled state.',
    ],
    [
      'ComposeEnvironments',
      {},
      'NotImplemented: The simulator does not implement ComposeEnvironments. See BEHAVIOUR.md.',
    ],
    [
      'CreatePlatformVersion',
      {},
      'NotImplemented: The simulator does not implement CreatePlatformVersion. See BEHAVIOUR.md.',
    ],
    [
      'DeletePlatformVersion',
      {},
      'NotImplemented: The simulator does not implement DeletePlatformVersion. See BEHAVIOUR.md.',
    ],
    [
      'AssociateEnvironmentOperationsRole',
      {},
      'NotImplemented: The simulator does not implement AssociateEnvironmentOperationsRole. See BEHAVIOUR.md.',
    ],
    [
      'DisassociateEnvironmentOperationsRole',
      {},
      'NotImplemented: The simulator does not implement DisassociateEnvironmentOperationsRole. See BEHAVIOUR.md.',
    ],
  ])('%s %j', (action, input, refusal) => {
    expect(service.refusal(action, input)).toBe(refusal);
  });

  it('without having changed anything', () => {
    expect(service.environment('shop-blue').Status).toBe('Ready');
    expect(service.messages('shop-blue')).toEqual([]);
    expect(service.call('DescribeApplicationVersions', { ApplicationName: 'shop' }).ApplicationVersions).toHaveLength(
      2,
    );
  });

  it('to terminate what is being created', () => {
    const creating = testService({ applications: [{ name: 'shop' }] });
    creating.call('CreateEnvironment', {
      ApplicationName: 'shop',
      EnvironmentName: 'shop-new',
      SolutionStackName: STACK,
    });
    expect(creating.refusal('TerminateEnvironment', { EnvironmentName: 'shop-new' })).toBe(
      'InvalidParameterValue: Cannot terminate environment named shop-new. It is currently pending creation.',
    );
  });
});
