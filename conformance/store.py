"""Writes graphs (NIR) and spikes (NIRData) of cases, the same bytes every time."""

import h5py
import numpy as np


def _untimed(kind):
    """Properties of a file or group that does not hold when it was made, so that a case has the same bytes every time."""
    properties = h5py.h5p.create(kind)
    properties.set_obj_track_times(False)
    return properties


def _create(path):
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    access.set_libver_bounds(h5py.h5f.LIBVER_V110, h5py.h5f.LIBVER_V110)
    return h5py.File(h5py.h5f.create(str(path).encode(), h5py.h5f.ACC_TRUNC, _untimed(h5py.h5p.FILE_CREATE), access))


def _group(parent, name):
    link = h5py.h5p.create(h5py.h5p.LINK_CREATE)
    link.set_char_encoding(h5py.h5t.CSET_UTF8)
    return h5py.Group(h5py.h5g.create(parent.id, name.encode(), lcpl=link, gcpl=_untimed(h5py.h5p.GROUP_CREATE)))


def write_graph(path, nodes, edges, gzip=False):
    """Writes a NIR graph; a node that is a pair (nodes, edges) becomes a nested graph. Long arrays are compressed, or all are."""

    def write(group, nodes, edges):
        group.create_dataset("type", data="NIRGraph", dtype=h5py.string_dtype())
        pairs = np.array(edges, dtype=object).reshape(len(edges), 2)
        group.create_dataset("edges", data=pairs, dtype=h5py.string_dtype())
        inside = _group(group, "nodes")
        for name, node in nodes.items():
            child = _group(inside, name)
            if isinstance(node, tuple):
                write(child, *node)
                continue
            for key, value in node.items():
                if isinstance(value, dict):
                    more = _group(child, key)
                    for word, text in value.items():
                        more.create_dataset(word, data=text, dtype=h5py.string_dtype())
                elif isinstance(value, str):
                    child.create_dataset(key, data=value, dtype=h5py.string_dtype())
                else:
                    large = np.size(value) > 256 or (gzip and np.ndim(value))
                    child.create_dataset(key, data=value, compression="gzip" if large else None)

    with _create(path) as file:
        file.create_dataset("version", data="1.0.6", dtype=h5py.string_dtype())
        write(_group(file, "node"), nodes, edges)


def write_data(path, nodes, dt, events=False):
    """Writes {node: {observable: array of step x neuron}} as NIRData: on the grid, or spikes as events in the middle of steps."""
    with _create(path) as file:
        file.attrs["__type__"] = "NIRGraphData"
        inside = _group(file, "nodes")
        for name, observables in nodes.items():
            node = _group(inside, name)
            node.attrs["__type__"] = "NIRNodeData"
            within = _group(node, "observables")
            for key, data in observables.items():
                group = _group(within, key)
                group.attrs["__type__"] = "EventData" if events else "TimeGriddedData"
                if events:
                    steps, neurons = np.nonzero(data)
                    group.create_dataset("idx", data=neurons[None])
                    group.create_dataset("time", data=(steps[None] + 0.5) * dt)
                    group.attrs["n_neurons"], group.attrs["t_max"] = data.shape[1], data.shape[0] * dt
                else:
                    values = np.asarray(data)
                    group.create_dataset("data", data=(values.astype(bool) if key == "spikes" else values)[None], compression="gzip" if values.size > 1024 else None)
                    group.attrs["dt"] = dt
