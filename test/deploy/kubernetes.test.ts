import { at, listFiles, readText, readYaml, readYamlDocuments } from './files';

const FOLDER = 'deploy/kubernetes';
const kustomization = readYaml(`${FOLDER}/kustomization.yaml`);
const files = listFiles(FOLDER).map((file) => file.slice(FOLDER.length + 1));
const manifests = files
  .filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
  .flatMap((file) => readYamlDocuments(`${FOLDER}/${file}`));
const deployment = manifestOf('Deployment');
const pod = at(deployment, 'spec', 'template', 'spec');
const container = at(pod, 'containers', 0);

function manifestOf(kind: string): unknown {
  return manifests.find((manifest) => at(manifest, 'kind') === kind);
}

describe('the manifests for Kubernetes', () => {
  it('are all put together, and none is missing', () => {
    const listed = at(kustomization, 'resources');
    expect([...(Array.isArray(listed) ? listed : [])].sort()).toEqual(
      files.filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml'),
    );
  });

  it('come with examples of settings and secrets, and with neither itself', () => {
    expect(files.filter((file) => file.endsWith('.env'))).toEqual(
      expect.arrayContaining(['secrets.example.env', 'settings.example.env']),
    );
    for (const file of ['secrets.env', 'settings.env']) expect(readText('.gitignore').split('\n')).toContain(file);
    expect(readText(`${FOLDER}/secrets.example.env`).match(/^\w+=.+$/gm)).toBeNull();
  });

  it('ask for no right that a restricted namespace refuses', () => {
    expect(at(manifestOf('Namespace'), 'metadata', 'labels', 'pod-security.kubernetes.io/enforce')).toBe('restricted');
    expect(at(pod, 'securityContext')).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(at(container, 'securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(at(pod, 'automountServiceAccountToken')).toBe(false);
  });

  it('run the image as the user that it names', () => {
    const [, user] = /^USER (\d+):/m.exec(readText('Dockerfile')) ?? [];
    expect(at(pod, 'securityContext', 'runAsUser')).toBe(Number(user));
  });

  it('ask the right door the right question', () => {
    expect(at(container, 'livenessProbe', 'httpGet')).toEqual({ path: '/healthz', port: 'http' });
    expect(at(container, 'startupProbe', 'httpGet')).toEqual({ path: '/healthz', port: 'http' });
    expect(at(container, 'readinessProbe', 'httpGet')).toEqual({ path: '/readyz', port: 'http' });
  });

  it('keep replicas while nodes are emptied, and let them finish', () => {
    const replicas = Number(at(deployment, 'spec', 'replicas'));
    expect(replicas).toBe(3);
    expect(Number(at(manifestOf('PodDisruptionBudget'), 'spec', 'minAvailable'))).toBeLessThan(replicas);
    expect(Number(at(pod, 'terminationGracePeriodSeconds'))).toBeGreaterThan(15);
    expect(at(deployment, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable')).toBe(0);
  });

  it('select the pods that there are', () => {
    const labels = at(deployment, 'spec', 'template', 'metadata', 'labels');
    expect(labels).toBeDefined();
    expect(at(deployment, 'spec', 'selector', 'matchLabels')).toEqual(labels);
    expect(at(manifestOf('Service'), 'spec', 'selector')).toEqual(labels);
    expect(at(manifestOf('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels')).toEqual(labels);
    expect(at(manifestOf('NetworkPolicy'), 'spec', 'podSelector', 'matchLabels')).toEqual(labels);
  });
});
