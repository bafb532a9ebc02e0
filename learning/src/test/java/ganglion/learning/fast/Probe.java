package ganglion.learning.fast;

import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SampleOutput;
import java.util.Random;

/** Looks at spikes and potentials of all steps, each with a weight of its own, so that nothing cancels. */
record Probe() implements Loss {

    @Override
    public double evaluate(SampleOutput output) {
        Random random = new Random(output.index());
        double sum = 0;
        for (int t = 0; t < output.steps(); t++) {
            for (int c = 0; c < output.outputs(); c++) {
                double ofSpike = random.nextGaussian();
                double ofMembrane = random.nextGaussian();
                sum += ofSpike * output.spike(t, c) + ofMembrane * output.membrane(t, c);
                output.addSpikeGradient(t, c, ofSpike);
                output.addMembraneGradient(t, c, ofMembrane);
            }
        }
        return sum;
    }
}
