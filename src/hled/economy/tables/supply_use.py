"""From what industries make and use, by commodity, to what industries buy from each other."""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """
    Make, use and import matrices of one economy for n industries, k commodities and m categories of final demand.

    Parameters
    ----------
    make : (n, k) array
        What each industry makes of each commodity.
    use, use_final : (k, n) and (k, m) arrays
        What is used, domestic and imported together; imports stand as a negative column of `use_final`.
    imports, imports_final : (k, n) and (k, m) arrays
        The imported part, of the same shape.
    """

    make: Matrix
    use: Matrix
    use_final: Matrix
    imports: Matrix
    imports_final: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class ByIndustry:
    """
    Domestic flows among industries.

    Parameters
    ----------
    Z, Y : (n, n) and (n, m) arrays
        Domestic flows to industries and to final demand; row sells, column buys.
    x : (n,) array
        Output, row sums of the make matrix.
    imports : (n,) array
        Imported inputs of each industry.
    netted : (n,) array
        Inputs of each industry that no industry supplied in the year: the part of netted commodities that users gave up.
    """

    Z: Matrix
    Y: Matrix
    x: Vector
    imports: Vector
    netted: Vector


def market_shares(make: Matrix) -> Matrix:
    """
    Share of each industry in the output of each commodity, ``D = V q̂⁻¹``.

    Parameters
    ----------
    make : (n, k) array
        ``V``. A commodity that nobody makes has a column of zeros.
    """
    q = make.sum(axis=0)
    return np.asarray(make * np.divide(1.0, q, out=np.zeros_like(q), where=q != 0))


def industry_by_industry(accounts: Accounts, netted: Index) -> ByIndustry:
    """
    Flows among industries by fixed product sales: ``Z = D (U - M)``, ``Y = D (e - e_M)``.

    Each commodity is supplied by its makers in the same shares to every user, domestic and imported uses apart.

    Parameters
    ----------
    netted
        Positions of commodities whose users also supply them, as scrap and used goods, or that move amounts between
        categories, as the adjustment for the rest of the world: their negative uses are supplies. Every positive use takes
        the share of it that industries made, ``q / (sum of positive uses)``; the rest is in `ByIndustry.netted` for industries
        and leaves final demand, where it adds up with that to zero.

    Notes
    -----
    Rows of the result balance as far as the commodities do: ``Z 1 + Y 1 - x = D (U 1 + e 1 - q)`` without imports. Columns:
    ``1'Z + imports + netted = 1'U`` wherever a commodity that is used at home is made at home.

    References
    ----------
    Miller & Blair (2022), *Input-Output Analysis*, 3rd ed., ch. 5 (industry technology, market shares);
    Horowitz & Planting (2009), *Concepts and Methods of the U.S. Input-Output Accounts*, BEA, ch. 12;
    Eurostat (2008), *Manual of Supply, Use and Input-Output Tables*, ch. 11, model D.
    """
    D = market_shares(accounts.make)
    home, final = accounts.use - accounts.imports, accounts.use_final - accounts.imports_final
    made, made_final = home.copy(), final.copy()
    q = accounts.make.sum(axis=0)
    for commodity in netted.tolist():
        positive, positive_final = np.maximum(home[commodity], 0), np.maximum(final[commodity], 0)
        supply = float(positive.sum() + positive_final.sum())
        share = q[commodity] / supply if supply else 0.0
        made[commodity], made_final[commodity] = share * positive, share * positive_final
    return ByIndustry(
        Z=D @ made,
        Y=D @ made_final,
        x=accounts.make.sum(axis=1),
        imports=accounts.imports.sum(axis=0),
        netted=(home - made)[netted].sum(axis=0),
    )
