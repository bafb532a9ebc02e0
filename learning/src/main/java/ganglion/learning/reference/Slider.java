package ganglion.learning.reference;

import ganglion.learning.model.Shape;
import ganglion.learning.model.Window;

/** Walks a window over a map. */
final class Slider {

    private final Shape input;
    private final Shape output;
    private final Window window;

    Slider(Shape input, Shape output, Window window) {
        this.input = input;
        this.output = output;
        this.window = window;
    }

    /** What happens where a window and a map meet: positions within a channel of the output, the input and the window. */
    interface Contact {
        void at(int outputPosition, int inputPosition, int windowPosition);
    }

    void forEach(Contact contact) {
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
