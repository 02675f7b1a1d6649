/** The marketplace as Taobao's open platform offers it: goods to look at, and where to buy them. */
@NullMarked
package errand.taobao.live;

import org.jspecify.annotations.NullMarked;
