package ganglion.learning.model;

import ganglion.learning.model.LayerShape.Window;

/** Walks a window over a map. Immutable. */
public final class Slider {

    private final LayerShape input;
    private final LayerShape output;
    private final Window window;

    /**
     * @param input map that the window slides over
     * @param output its output, as {@link Window} computes it
     */
    public Slider(LayerShape input, LayerShape output, Window window) {
        this.input = input;
        this.output = output;
        this.window = window;
    }

    /** What happens where a window and a map meet: positions within a channel of the output, the input and the window. */
    public interface Contact {
        /** Called for each contact. */
        void at(int outputPosition, int inputPosition, int windowPosition);
    }

    /** Visits all contacts, in order of the output, then of the window; never those with the padding. */
    public void forEach(Contact contact) {
        for (int y = 0; y < output.height(); y++) {
            for (int x = 0; x < output.width(); x++) {
                visitWindow(y, x, contact);
            }
        }
    }

    private void visitWindow(int y, int x, Contact contact) {
        for (int dy = 0; dy < window.height(); dy++) {
            int row = y * window.stride() + dy - window.paddingHeight();
            for (int dx = 0; dx < window.width(); dx++) {
                int column = x * window.stride() + dx - window.paddingWidth();
                if (row >= 0 && row < input.height() && column >= 0 && column < input.width()) {
                    contact.at(y * output.width() + x, row * input.width() + column, dy * window.width() + dx);
                }
            }
        }
    }
}
