package ganglion.learning.model;

/**
 * A window that slides over a map.
 *
 * @param height rows
 * @param width columns
 * @param stride step in both directions
 * @param paddingHeight rows of zeros above and below the map
 * @param paddingWidth columns of zeros left and right of it
 */
public record Window(int height, int width, int stride, int paddingHeight, int paddingWidth) {

    /** @throws IllegalArgumentException if an extent or the stride is below 1, or a padding is not smaller than the window */
    public Window {
        if (height < 1 || width < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window of " + height + " x " + width + " with stride " + stride + " has a size below 1");
        }
        if (paddingHeight < 0 || paddingHeight >= height || paddingWidth < 0 || paddingWidth >= width) {
            throw new IllegalArgumentException("a padding of " + paddingHeight + " x " + paddingWidth
                    + " is not within a window of " + height + " x " + width);
        }
    }

    /** A square window. */
    public static Window square(int size, int stride, int padding) {
        return new Window(size, size, stride, padding, padding);
    }

    /** A window along the width only, as over the bands of a spectrum. */
    public static Window along(int width, int stride, int padding) {
        return new Window(1, width, stride, 0, padding);
    }

    /**
     * LayerShape of the window's output.
     *
     * @throws IllegalArgumentException if the window is larger than the padded map
     */
    LayerShape outputShape(LayerShape input, int channels) {
        int rows = input.height() + 2 * paddingHeight - height;
        int columns = input.width() + 2 * paddingWidth - width;
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "a window of " + height + " x " + width + " does not fit into an input of " + input);
        }
        return new LayerShape(channels, rows / stride + 1, columns / stride + 1);
    }
}
