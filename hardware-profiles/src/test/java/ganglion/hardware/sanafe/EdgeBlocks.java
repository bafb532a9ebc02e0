package ganglion.hardware.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.network.SparseSynapses;

/** Convolutions and dense layers, written out connection by connection, those of weight zero included. */
final class EdgeBlocks {

    private EdgeBlocks() {}

    static void add(JsonNode block, int targetSize, SparseSynapses.Builder builder) {
        double[] weight = new double[block.get("weight").size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = block.get("weight").get(i).asDouble();
        }
        if (block.get("type").asText().equals("dense")) {
            for (int i = 0; i < weight.length; i++) {
                builder.add(i / targetSize, i % targetSize, weight[i], 1);
            }
            return;
        }
        addConvolution(block, weight, builder);
    }

    private static void addConvolution(JsonNode block, double[] weight, SparseSynapses.Builder builder) {
        int inputWidth = block.get("input_width").asInt();
        int inputHeight = block.get("input_height").asInt();
        int inputs = block.get("input_channels").asInt();
        int kernelWidth = block.get("kernel_width").asInt();
        int kernelHeight = block.get("kernel_height").asInt();
        int outputs = block.get("kernel_count").asInt();
        int strideX = block.get("stride_width").asInt();
        int strideY = block.get("stride_height").asInt();
        int width = (inputWidth - kernelWidth) / strideX + 1;
        int height = (inputHeight - kernelHeight) / strideY + 1;
        for (int output = 0; output < outputs; output++) {
            for (int place = 0; place < width * height; place++) {
                int x = place % width;
                int y = place / width;
                for (int k = 0; k < kernelHeight * kernelWidth * inputs; k++) {
                    int input = k % inputs;
                    int kx = k / inputs % kernelWidth;
                    int ky = k / inputs / kernelWidth;
                    int source = input * inputWidth * inputHeight + (y * strideY + ky) * inputWidth + x * strideX + kx;
                    builder.add(source, output * width * height + place, weight[k * outputs + output], 1);
                }
            }
        }
    }
}
