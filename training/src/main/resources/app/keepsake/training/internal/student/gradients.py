"""Loss and gradient of one batch after another, computed by PyTorch in bfloat16.

Asked by PythonGradients over standard input, answers on standard output; numbers are little-endian and 32 bits long.
A question: crops, cells, side; learned numbers; statistics; pixels as bytes; wanted faces; targets.
An answer: loss of faces, loss of boxes; gradient; statistics; scores.
"""

import ctypes
import sys

import torch
import torch.nn.functional as F

DESIGN, MOMENTUM, EPSILON, FOCUS, BOX_WEIGHT, OVERLAP_WEIGHT, POINT_WEIGHT = sys.argv[1], *map(float, sys.argv[2:8])
TARGETS = 14
KNEE = 0.1


def layers():
    """Inputs, outputs, kernel and stride of each convolution; None is a pooling. The last one is the head."""
    channels = 3
    for word in DESIGN.split():
        if word == "P":
            yield None
            continue
        outputs = int(word.split("x")[0].split("/")[0])
        yield channels, outputs, 1 if word.endswith("x1") else 3, 2 if word.endswith("/2") else 1
        channels = outputs
    yield channels, 1 + TARGETS, 1, 1


LAYERS = list(layers())
CONVOLUTIONS = [layer for layer in LAYERS if layer]


def floats(count):
    data = sys.stdin.buffer.read(4 * count)
    if len(data) < 4 * count:
        sys.exit(0)
    return torch.frombuffer(bytearray(data), dtype=torch.float32)


def integers(count):
    return floats(count).view(torch.int32).tolist()


def split(learned, statistics):
    """The arrays of each convolution: weights, scale and shift (of the head: bias), mean and variance."""
    arrays = []
    at = 0
    known = 0
    for inputs, outputs, kernel, _ in CONVOLUTIONS:
        head = len(arrays) + 1 == len(CONVOLUTIONS)
        count = inputs * outputs * kernel * kernel
        weights = learned[at : at + count].view(outputs, inputs, kernel, kernel)
        weights = weights.to(memory_format=torch.channels_last)
        at += count
        normal = [learned[at : at + outputs]]
        at += outputs
        if not head:
            normal.append(learned[at : at + outputs])
            at += outputs
            normal += [statistics[known : known + outputs], statistics[known + outputs : known + 2 * outputs]]
            known += 2 * outputs
        arrays.append((weights, normal))
    return arrays


def forward(arrays, x):
    arrays = iter(arrays)
    for layer in LAYERS[:-1]:
        if layer is None:
            x = F.max_pool2d(x, 2)
            continue
        weights, (scale, shift, mean, variance) = next(arrays)
        x = F.conv2d(x, weights.to(torch.bfloat16), stride=layer[3])
        x = F.relu_(F.batch_norm(x, mean, variance, scale, shift, True, MOMENTUM, EPSILON))
    weights, (bias,) = next(arrays)
    out = F.conv2d(x.float(), weights, bias)
    return out.permute(0, 2, 3, 1).reshape(-1, 1 + TARGETS)


def face_loss(logits, wanted):
    target = wanted.clamp(min=0)
    focus = (logits.detach().sigmoid() - target).abs() ** FOCUS
    entropy = F.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (entropy * focus * (wanted >= 0)).sum() / ((wanted > 0.5).sum() + 1)


def error(found, wanted):
    return F.smooth_l1_loss(found, wanted, reduction="none", beta=KNEE).mean(1)


def shared(found, found_size, wanted, wanted_size):
    """Length that two intervals of these middles and sizes share."""
    right = torch.minimum(found + found_size / 2, wanted + wanted_size / 2)
    left = torch.maximum(found - found_size / 2, wanted - wanted_size / 2)
    return (right - left).clamp(min=0)


def lacking(found, wanted):
    """1 less the intersection over union of boxes given as x, y, log width and log height."""
    found_size = found[:, 2:].clamp(-3, 3).exp()
    wanted_size = wanted[:, 2:].exp()
    both = shared(found[:, :2], found_size, wanted[:, :2], wanted_size).prod(1)
    return 1 - both / (found_size.prod(1) + wanted_size.prod(1) - both)


def box_loss(out, targets, wanted):
    shows = (wanted > 0.5).float()
    found, known_boxes = out[:, 1:5], targets[:, :4]
    box = (error(found, known_boxes) + OVERLAP_WEIGHT * lacking(found, known_boxes)) * shows
    known = shows * targets[:, 4].isnan().logical_not()
    points = error(out[:, 5:], targets[:, 4:].nan_to_num(0)) * known
    return box.sum() / (shows.sum() + 1e-6) + POINT_WEIGHT * points.sum() / (known.sum() + 1e-6)


def answer(learned, statistics, pixels, wanted, targets):
    learned.requires_grad_(True)
    out = forward(split(learned, statistics), pixels)
    face = face_loss(out[:, 0], wanted)
    box = box_loss(out, targets, wanted)
    (face + BOX_WEIGHT * box).backward()
    losses = torch.stack([face.detach(), box.detach()])
    return torch.cat([losses, learned.grad, statistics, out[:, 0].detach().sigmoid()])


def main():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    learned_count = sum(i * o * k * k + 2 * o for i, o, k, _ in CONVOLUTIONS) - (1 + TARGETS)
    statistics_count = 2 * sum(o for _, o, _, _ in CONVOLUTIONS[:-1])
    while True:
        crops, cells, side = integers(3)
        learned = floats(learned_count)
        statistics = floats(statistics_count)
        data = sys.stdin.buffer.read(crops * 3 * side * side)
        pixels = torch.frombuffer(bytearray(data), dtype=torch.uint8).view(crops, 3, side, side)
        pixels = ((pixels.float() - 128) / 128).to(torch.bfloat16, memory_format=torch.channels_last)
        outputs = crops * cells * cells
        wanted = floats(outputs)
        targets = floats(outputs * TARGETS).view(outputs, TARGETS)
        result = answer(learned, statistics, pixels, wanted, targets)
        sys.stdout.buffer.write(ctypes.string_at(result.data_ptr(), 4 * result.numel()))
        sys.stdout.buffer.flush()


main()
