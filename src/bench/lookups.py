"""What bulk.py measures Whence against: looks every address of a file up with aiodns, reverse and forward, and prints how many led
back. `lookups.py FILE PORT IN_FLIGHT`, with Debian's python3 and python3-aiodns."""

import asyncio
import sys

import aiodns


async def check(resolver, address):
    reverse = ".".join(reversed(address.split("."))) + ".in-addr.arpa"
    name = (await resolver.query(reverse, "PTR")).name
    return any(found.host == address for found in await resolver.query(name, "A"))


async def main(file, port, in_flight):
    resolver = aiodns.DNSResolver(nameservers=["127.0.0.1"], udp_port=port, tcp_port=port, timeout=5, tries=2)
    confirmed = 0
    with open(file, encoding="ascii") as lines:
        addresses = (line.strip() for line in lines)

        async def work():
            nonlocal confirmed
            for address in addresses:
                try:
                    if await check(resolver, address):
                        confirmed += 1
                except aiodns.error.DNSError:
                    pass

        await asyncio.gather(*(work() for _ in range(in_flight)))
    print(confirmed)


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
