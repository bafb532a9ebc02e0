package ganglion.learning.fast.connection;

import ganglion.learning.model.LayerShape;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Slider;
import java.util.Arrays;

/** For each position of an input map: which outputs it reaches, and through which position of the window. */
final class Contacts {

    private final int[] starts;
    private final int[] outputs;
    private final int[] windows;

    Contacts(LayerShape input, LayerShape output, Window window) {
        Slider slider = new Slider(input, output, window);
        starts = new int[input.area() + 1];
        slider.forEach((to, from, k) -> starts[from + 1]++);
        for (int i = 0; i < input.area(); i++) {
            starts[i + 1] += starts[i];
        }
        outputs = new int[starts[input.area()]];
        windows = new int[outputs.length];
        int[] next = Arrays.copyOf(starts, input.area());
        slider.forEach((to, from, k) -> {
            outputs[next[from]] = to;
            windows[next[from]++] = k;
        });
    }

    int start(int position) {
        return starts[position];
    }

    int end(int position) {
        return starts[position + 1];
    }

    int output(int contact) {
        return outputs[contact];
    }

    int window(int contact) {
        return windows[contact];
    }
}
