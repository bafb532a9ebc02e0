// The counts by which the literature compares spiking and artificial networks.

function comparisonSection({ comparison }) {
  if (!comparison) return;
  const { arithmetic: { spiking, artificial }, neuroBench, inferences, withoutArtificial, legend } = comparison;
  const ratio = (one, other) => (other === 0 ? '–' : significant(one / other) + ' ×');
  const caveat = withoutArtificial ? 'The two are not divided: ' + withoutArtificial + '.' : caveatText(legend, { computation: 'artificial' });
  section('counts', 'What the literature counts', caveat, element('div', { class: 'chart-pair' },
    table('Additions and multiplications of the run, counted as by Kamata et al. 2021', [
      { title: 'Network' }, { title: 'Additions', numeric: true }, { title: 'Multiplications', numeric: true },
    ], [
      ['spiking', count(spiking.additions), count(spiking.multiplications)],
      ['artificial, in every tick', count(artificial.additions), count(artificial.multiplications)],
      ...(withoutArtificial ? []
        : [['artificial by spiking', ratio(artificial.additions, spiking.additions), ratio(artificial.multiplications, spiking.multiplications)]]),
    ]),
    table('NeuroBench’s metrics' + (inferences > 1 ? ', per decision' : ''), [{ title: 'Metric' }, { title: 'Value', numeric: true }], [
      ['footprint', count(neuroBench.footprintBytes) + ' bytes'],
      ['connection sparsity', significant(neuroBench.connectionSparsity)],
      ['activation sparsity', significant(neuroBench.activationSparsity)],
      ['effective accumulates', count(Math.round(neuroBench.effectiveAccumulates))],
      ['effective multiply-accumulates', count(Math.round(neuroBench.effectiveMultiplyAccumulates))],
      ['dense operations', count(Math.round(neuroBench.denseOperations))],
    ])));
}
