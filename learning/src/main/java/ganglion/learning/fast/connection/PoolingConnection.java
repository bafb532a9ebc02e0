package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Pooling;
import java.util.Arrays;

/** Sums or averages of windows. */
public final class PoolingConnection implements FastConnection {

    private final LayerShape input;
    private final LayerShape output;
    private final Contacts contacts;
    private final float share;

    /** @param input shape of the input of one step */
    public PoolingConnection(Pooling layer, LayerShape input) {
        this.input = input;
        this.output = layer.outputShape(input);
        this.contacts = new Contacts(input, output, layer.window());
        this.share =
                layer.average() ? 1f / (layer.window().height() * layer.window().width()) : 1;
    }

    @Override
    public int outputSize() {
        return output.size();
    }

    @Override
    public void forward(StepInput given, float[][] result) {
        float[][] rows = given.rows();
        for (int b = 0; b < given.samples(); b++) {
            Arrays.fill(result[b], 0);
            for (int i = 0; i < input.size(); i++) {
                int base = i / input.area() * output.area();
                int from = i % input.area();
                for (int c = contacts.start(from); c < contacts.end(from); c++) {
                    result[b][base + contacts.output(c)] += share * rows[b][i];
                }
            }
        }
    }

    @Override
    public void backward(StepInput given, float[][] outputGradient, float[][] inputGradient) {
        for (int b = 0; inputGradient != null && b < given.samples(); b++) {
            for (int i = 0; i < input.size(); i++) {
                int base = i / input.area() * output.area();
                int from = i % input.area();
                float sum = 0;
                for (int c = contacts.start(from); c < contacts.end(from); c++) {
                    sum += share * outputGradient[b][base + contacts.output(c)];
                }
                inputGradient[b][i] = sum;
            }
        }
    }
}
