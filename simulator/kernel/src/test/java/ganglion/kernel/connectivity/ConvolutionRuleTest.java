package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionRuleTest {

    /** What the synapses add up to, held against the sums by which trainers define a convolution. */
    @ParameterizedTest
    @CsvSource({
        "5, 3, 1, 0, 1, 1, 0",
        "5, 3, 1, 1, 1, 1, 0",
        "6, 3, 2, 1, 1, 1, 0",
        "7, 2, 3, 0, 1, 1, 0",
        "4, 4, 1, 3, 1, 1, 0",
        "5, 1, 2, 0, 1, 1, 0",
        "3, 5, 2, 4, 1, 1, 0",
        "9, 3, 1, 2, 2, 1, 0",
        "11, 2, 2, 1, 3, 2, 0",
        "8, 3, 3, 5, 2, 2, 0",
        "5, 2, 1, 0, 1, 1, 1",
        "7, 4, 1, 1, 1, 2, 1",
        "6, 2, 2, 1, 3, 1, 4"
    })
    void addsUpToTheConvolutionOfItsInput(
            int size, int kernelSize, int stride, int padding, int dilation, int groups, int extra) {
        Random random = new Random(size);
        Axis vertical = new Axis(size, kernelSize, stride, padding, dilation, extra);
        Axis horizontal = new Axis(size + 2, Math.min(size + 2, kernelSize + 1), stride, padding, dilation, extra);
        double[] kernel = random.doubles(4L * 2 / groups * vertical.kernel() * horizontal.kernel(), -1, 1)
                .toArray();
        double[] input =
                random.doubles(2L * vertical.input() * horizontal.input()).toArray();
        ConvolutionRule rule = new ConvolutionRule(2, 4, groups, vertical, horizontal, kernel);

        Synapses synapses = new Connection(rule, rule.weights(), SynapseParameter.constant(1))
                .connect(Ends.of((int) rule.sourceSize(), (int) rule.targetSize()), TaskRunner.SEQUENTIAL);

        double[] sums = new double[(int) rule.targetSize()];
        for (int source = 0; source < input.length; source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                sums[synapses.target(source, i)] += input[source] * synapses.weight(source, i);
            }
        }
        assertArrayEquals(convolve(input, kernel, vertical, horizontal, groups), sums, 1e-12);
    }

    private static double[] convolve(double[] input, double[] kernel, Axis vertical, Axis horizontal, int groups) {
        double[] output = new double[4 * vertical.output() * horizontal.output()];
        int index = 0;
        for (int out = 0; out < 4; out++) {
            for (int row = 0; row < vertical.output(); row++) {
                for (int column = 0; column < horizontal.output(); column++) {
                    for (int in = 0; in < 2; in++) {
                        if (in / (2 / groups) == out / (4 / groups)) {
                            int pair = out * (2 / groups) + in % (2 / groups);
                            output[index] += sum(input, kernel, vertical, horizontal, in, pair, row, column);
                        }
                    }
                    index++;
                }
            }
        }
        return output;
    }

    private static double sum(
            double[] input, double[] kernel, Axis vertical, Axis horizontal, int in, int pair, int row, int column) {
        double sum = 0;
        for (int ky = 0; ky < vertical.kernel(); ky++) {
            for (int kx = 0; kx < horizontal.kernel(); kx++) {
                int y = row * vertical.stride() + ky * vertical.dilation() - vertical.padding();
                int x = column * horizontal.stride() + kx * horizontal.dilation() - horizontal.padding();
                if (y >= 0 && y < vertical.input() && x >= 0 && x < horizontal.input()) {
                    sum += input[(in * vertical.input() + y) * horizontal.input() + x]
                            * kernel[(pair * vertical.kernel() + ky) * horizontal.kernel() + kx];
                }
            }
        }
        return sum;
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Axis axis = new Axis(4, 2, 1, 0, 1, 0);
        ConnectorTest.assertRefused("does not fit", () -> new Axis(2, 5, 1, 1, 1, 0));
        ConnectorTest.assertRefused("expected input", () -> new Axis(4, 2, 0, 0, 1, 0));
        ConnectorTest.assertRefused("a kernel of 5 does not fit", () -> new Axis(2, 3, 1, 1, 2, 0));
        ConnectorTest.assertRefused("expected input", () -> new Axis(4, 2, 1, 0, 0, 0));
        ConnectorTest.assertRefused("expected input", () -> new Axis(4, 2, 1, 0, 1, -1));
        ConnectorTest.assertRefused(
                "found 2 groups", () -> new ConvolutionRule(2, 3, 2, Axis.NONE, axis, new double[6]));
        ConnectorTest.assertRefused("found 3 weights", () -> new ConvolutionRule(1, 1, 1, axis, axis, new double[3]));
        ConnectorTest.assertRefused(
                "joins 4 to 3",
                () -> Joined.by(new ConvolutionRule(1, 1, 1, Axis.NONE, axis, new double[2]), Ends.of(4, 4)));
    }
}
