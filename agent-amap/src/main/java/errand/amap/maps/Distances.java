package errand.amap.maps;

import errand.agent.Describe;
import java.util.List;

/** How far some places are from some others. */
public record Distances(
        @Describe("How") Mode mode,
        @Describe("A row for each pair: the first origin to each destination, then the second, …")
                List<Distance> distances,
        @Describe("Says in words what the figures rest on") String note) {}
