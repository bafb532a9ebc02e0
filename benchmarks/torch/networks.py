"""Networks of the papers as shapes with random weights: SEW-ResNet-18 (Fang et al. 2021) and a small Spikformer (Zhou et al. 2023)."""

import torch
from torch import nn

import ganglion


class Leaky(nn.Module):
    """LIF neurons that take all time steps at once, in the first dimension. They integrate without leak if tau is None."""

    def __init__(self, tau=None, threshold=1.0):
        super().__init__()
        self.tau, self.threshold = tau, threshold

    def forward(self, x):
        v = torch.zeros_like(x[0])
        spikes = torch.empty_like(x)
        for step in range(x.shape[0]):
            v = v + x[step] if self.tau is None else v + (x[step] - v) / self.tau
            spikes[step] = v >= self.threshold
            v = v * (1 - spikes[step])
        return spikes


ganglion.declare(Leaky, layout="time-first")


class AllSteps(nn.Sequential):
    """Layers without a state, called once for all time steps: (time, batch, ...) becomes (time * batch, ...)."""

    def forward(self, x):
        made = super().forward(x.flatten(0, 1))
        return made.unflatten(0, x.shape[:2])


def calibrated(model, images):
    """The model with the statistics of its batch normalisations as if it had been trained on the images."""
    for module in model.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            module.momentum = None
    with torch.no_grad():
        model.train()(images)
    return model.eval()


def convolution(inputs, outputs, size=3, stride=1):
    """A convolution with its batch normalisation, which is given values as if trained."""
    layers = AllSteps(nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs))
    nn.init.uniform_(layers[1].weight, 0.5, 1.5)
    nn.init.uniform_(layers[1].bias, 0.0, 0.4)
    return layers


class SewBlock(nn.Module):
    """A basic block of SEW-ResNet whose spikes are added to those that come in."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1, self.lif1 = convolution(inputs, outputs, stride=stride), Leaky()
        self.conv2, self.lif2 = convolution(outputs, outputs), Leaky()
        self.shortcut = nn.Sequential(convolution(inputs, outputs, 1, stride), Leaky()) if stride > 1 or inputs != outputs else nn.Identity()

    def forward(self, x):
        return self.lif2(self.conv2(self.lif1(self.conv1(x)))) + self.shortcut(x)


class SewResNet18(nn.Module):
    """An image (batch, 3, 224, 224) is given at each of the time steps."""

    def __init__(self, steps=4, classes=1000):
        super().__init__()
        self.steps = steps
        self.conv = nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64))
        self.lif = Leaky()
        self.pool = AllSteps(nn.MaxPool2d(3, 2, 1))
        blocks, inputs = [], 64
        for outputs, stride in ((64, 1), (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1)):
            blocks.append(SewBlock(inputs, outputs, stride))
            inputs = outputs
        self.blocks = nn.Sequential(*blocks)
        self.mean = AllSteps(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.fc = nn.Linear(512, classes)

    def forward(self, image):
        x = self.conv(image).unsqueeze(0).repeat(self.steps, 1, 1, 1, 1)
        return self.fc(self.mean(self.blocks(self.pool(self.lif(x))))).mean(0)


class TokenLinear(nn.Module):
    """A linear layer over tokens (time, batch, tokens, features) with its normalisation and neurons."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.linear, self.norm, self.lif = nn.Linear(inputs, outputs, bias=False), nn.BatchNorm1d(outputs), Leaky(2.0)
        nn.init.uniform_(self.norm.bias, 0.0, 0.8)

    def forward(self, x):
        x = self.linear(x)
        return self.lif(self.norm(x.flatten(0, 2)).reshape(x.shape))


class SpikformerBlock(nn.Module):
    """Spiking self-attention, q k^T v of spikes with a scale in place of softmax, and two token layers."""

    def __init__(self, features, heads):
        super().__init__()
        self.heads, self.scale = heads, 0.125
        self.q, self.k, self.v = (TokenLinear(features, features) for _ in range(3))
        self.attention_lif = Leaky(2.0, 0.5)
        self.out = TokenLinear(features, features)
        self.up, self.down = TokenLinear(features, 4 * features), TokenLinear(4 * features, features)

    def forward(self, x):
        q, k, v = (one(x).unflatten(3, (self.heads, -1)).transpose(2, 3) for one in (self.q, self.k, self.v))
        attended = (q @ k.transpose(3, 4)) @ v * self.scale
        x = x + self.out(self.attention_lif(attended.transpose(2, 3).flatten(3)))
        return x + self.down(self.up(x))


class Spikformer(nn.Module):
    """Spikformer-4-384 as for CIFAR-10 by default: images (batch, 3, 32, 32)."""

    def __init__(self, steps=4, features=384, heads=12, depth=4, classes=10):
        super().__init__()
        self.steps = steps
        stages, inputs = [], 3
        for number, outputs in enumerate((features // 8, features // 4, features // 2, features)):
            stages += [convolution(inputs, outputs), Leaky(2.0)] + [AllSteps(nn.MaxPool2d(3, 2, 1))] * (number > 1)
            inputs = outputs
        self.patches = nn.Sequential(*stages)
        self.position, self.position_lif = convolution(features, features), Leaky(2.0)
        self.blocks = nn.Sequential(*(SpikformerBlock(features, heads) for _ in range(depth)))
        self.head = nn.Linear(features, classes)

    def forward(self, image):
        x = self.patches(image.unsqueeze(0).repeat(self.steps, 1, 1, 1, 1))
        x = x + self.position_lif(self.position(x))
        x = self.blocks(x.flatten(3).transpose(2, 3))
        return self.head(x.mean(2)).mean(0)
