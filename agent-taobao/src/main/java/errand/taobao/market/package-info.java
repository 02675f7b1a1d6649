/** The business of a marketplace as the agent speaks of it: the port, what goes in and out. */
@NullMarked
package errand.taobao.market;

import org.jspecify.annotations.NullMarked;
