/** References of container images, as `docker pull` takes them. */

export interface ImageReference {
  /** Host, with its port when it has one; `docker.io` when none was written. */
  readonly registry: string;
  /** Path in the registry; `library/…` for the official images of Docker Hub. */
  readonly repository: string;
  /** Absent with a digest alone; `latest` when neither tag nor digest was written. */
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
}

/** Where the platform's proxy, or the host's port 80, finds the application in the container. */
export type ImageFormat = 'dockerrun' | 'compose';

const HUB = 'docker.io';

/** OCI distribution specification, "Pulling manifests": the grammars of names and tags. */
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d{1,5})?$/;

/** Answers a clause that continues "`docker-image` is "x", which …" when it is no reference. */
export function parseImage(text: string): { readonly image: ImageReference } | { readonly because: string } {
  const [named = '', digest, ...more] = text.split('@');
  if (more.length > 0) return { because: 'has more than one `@`' };
  if (digest !== undefined && !DIGEST.test(digest))
    return { because: 'has a digest that is not `sha256:` and 64 digits' };
  const { registry, rest } = splitRegistry(named);
  if (!HOST.test(registry)) return { because: 'names a registry that is no host name' };
  const colon = rest.lastIndexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  if (tag !== undefined && !TAG.test(tag)) return { because: 'has a tag that no registry takes' };
  const repository = registry === HUB && !path.includes('/') ? `library/${path}` : path;
  if (repository.length > 255 || !repository.split('/').every((part) => COMPONENT.test(part))) {
    return {
      because: 'is not of the form `registry/repository:tag` (small letters, digits, and `.`, `_`, `-` between them)',
    };
  }
  const shown = tag ?? (digest === undefined ? 'latest' : undefined);
  return {
    image: {
      registry,
      repository,
      ...(shown === undefined ? {} : { tag: shown }),
      ...(digest === undefined ? {} : { digest }),
    },
  };
}

/** The part before the first `/` is a registry when it looks like a host, as for `docker pull`. */
function splitRegistry(named: string): { readonly registry: string; readonly rest: string } {
  const cut = named.indexOf('/');
  const first = cut < 0 ? '' : named.slice(0, cut);
  if (!/[.:]/.test(first) && first !== 'localhost') return { registry: HUB, rest: named };
  const registry = first === 'index.docker.io' ? HUB : first;
  return { registry, rest: named.slice(cut + 1) };
}

/** By digest alone when there is one: a tag beside it says nothing that holds. */
export function imageName({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}

/** A private registry of Amazon ECR: whose it is, and where (Amazon ECR user guide, "Private registries"). */
export function ecrRegistry(registry: string): { readonly account: string; readonly region: string } | undefined {
  const host =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/;
  const [, account, region] = host.exec(registry) ?? [];
  return account === undefined || region === undefined ? undefined : { account, region };
}
