package errand.amap.maps;

import errand.agent.Describe;

/** A place that a person has a name of his own for. */
public record SavedPlace(
        @Describe("What the person calls it: 公司, 家, 妈妈, office, gym") String name,
        @Describe("Where it is: an address or the name of a place") String address) {}
