package errand.taobao.market;

import errand.agent.Describe;

/** A property of a good. */
public record Attribute(
        @Describe("What it is about: 颜色, 规格, 品牌, …") String name,
        @Describe("As the seller says it: 黑色, 16G+512G") String value) {}
