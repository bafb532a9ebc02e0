package ganglion.learning.reference.layer;

import ganglion.learning.model.TimeWindow;

/** The latest steps side by side. */
public final class TimeWindowLayer implements ReferenceLayer {

    private final int window;

    /** @param layer number of steps */
    public TimeWindowLayer(TimeWindow layer) {
        this.window = layer.steps();
    }

    @Override
    public Sequence forward(Sequence input, boolean training) {
        Sequence output = input.zerosOf(window * input.size());
        for (int t = 0; t < input.steps(); t++) {
            for (int b = 0; b < input.batch(); b++) {
                for (int j = 0; j < window && j <= t; j++) {
                    System.arraycopy(
                            input.values(),
                            input.row(t - j, b),
                            output.values(),
                            output.row(t, b) + j * input.size(),
                            input.size());
                }
            }
        }
        return output;
    }

    @Override
    public Sequence backward(Sequence gradient) {
        Sequence back = gradient.zerosOf(gradient.size() / window);
        for (int t = 0; t < gradient.steps(); t++) {
            for (int b = 0; b < gradient.batch(); b++) {
                for (int j = 0; j < window && j <= t; j++) {
                    for (int i = 0; i < back.size(); i++) {
                        back.values()[back.row(t - j, b) + i] += gradient.at(t, b, j * back.size() + i);
                    }
                }
            }
        }
        return back;
    }
}
