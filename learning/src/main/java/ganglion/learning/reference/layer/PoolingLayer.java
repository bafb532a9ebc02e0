package ganglion.learning.reference.layer;

import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Pooling;
import ganglion.learning.model.shared.Slider;

/** Sums or averages windows of each channel. */
public final class PoolingLayer implements ReferenceLayer {

    private final LayerShape inputShape;
    private final LayerShape outputShape;
    private final double share;
    private final Slider slider;

    /** @param inputShape shape of the input of one step */
    public PoolingLayer(Pooling layer, LayerShape inputShape) {
        this.inputShape = inputShape;
        this.outputShape = layer.outputShape(inputShape);
        this.share = layer.average()
                ? 1.0 / (layer.window().height() * layer.window().width())
                : 1;
        this.slider = new Slider(inputShape, outputShape, layer.window());
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        Sequence output = input.zerosOf(outputShape.size());
        for (int map = 0; map < input.rows() * inputShape.channels(); map++) {
            int to = map * outputShape.area();
            int from = map * inputShape.area();
            slider.forEach((o, i, k) -> output.values()[to + o] += share * input.values()[from + i]);
        }
        return output;
    }

    @Override
    public Sequence backward(Sequence gradient) {
        Sequence back = gradient.zerosOf(inputShape.size());
        for (int map = 0; map < gradient.rows() * inputShape.channels(); map++) {
            int to = map * outputShape.area();
            int from = map * inputShape.area();
            slider.forEach((o, i, k) -> back.values()[from + i] += share * gradient.values()[to + o]);
        }
        return back;
    }
}
