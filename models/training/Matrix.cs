using System.Numerics;

namespace HeritageGuide.Training;

/// <summary>The two matrix products of a training step, four rows at a time.</summary>
internal static class Matrix
{
    /// <summary>result[size × size] = a[size × inner] · bᵀ[inner × size].</summary>
    public static void TimesTransposed(float[] a, float[] b, float[] result, int size, int inner, ParallelOptions threads) =>
        Parallel.For(0, size / 4, threads, block =>
        {
            var lanes = Vector<float>.Count;
            var r0 = Row(a, 4 * block, inner);
            var r1 = Row(a, 4 * block + 1, inner);
            var r2 = Row(a, 4 * block + 2, inner);
            var r3 = Row(a, 4 * block + 3, inner);
            for (var j = 0; j < size; j++)
            {
                var column = Row(b, j, inner);
                var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
                for (var k = 0; k < inner; k += lanes)
                {
                    var v = new Vector<float>(column[k..]);
                    s0 = Vector.FusedMultiplyAdd(new Vector<float>(r0[k..]), v, s0);
                    s1 = Vector.FusedMultiplyAdd(new Vector<float>(r1[k..]), v, s1);
                    s2 = Vector.FusedMultiplyAdd(new Vector<float>(r2[k..]), v, s2);
                    s3 = Vector.FusedMultiplyAdd(new Vector<float>(r3[k..]), v, s3);
                }

                var at = 4 * block * size + j;
                result[at] = Vector.Sum(s0);
                result[at + size] = Vector.Sum(s1);
                result[at + 2 * size] = Vector.Sum(s2);
                result[at + 3 * size] = Vector.Sum(s3);
            }
        });

    /// <summary>result[size × width] = a[size × size] · b[size × width].</summary>
    public static void Times(float[] a, float[] b, float[] result, int size, int width, ParallelOptions threads) =>
        Parallel.For(0, size / 4, threads, block =>
        {
            var lanes = Vector<float>.Count;
            for (var k = 0; k < width; k += 2 * lanes)
            {
                var (a0, a1, a2, a3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
                var (b0, b1, b2, b3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
                var at = 4 * block * size;
                for (var j = 0; j < size; j++)
                {
                    var (v, w) = (new Vector<float>(b, j * width + k), new Vector<float>(b, j * width + k + lanes));
                    var (f0, f1, f2, f3) = (new Vector<float>(a[at + j]), new Vector<float>(a[at + size + j]), new Vector<float>(a[at + 2 * size + j]), new Vector<float>(a[at + 3 * size + j]));
                    a0 = Vector.FusedMultiplyAdd(f0, v, a0);
                    b0 = Vector.FusedMultiplyAdd(f0, w, b0);
                    a1 = Vector.FusedMultiplyAdd(f1, v, a1);
                    b1 = Vector.FusedMultiplyAdd(f1, w, b1);
                    a2 = Vector.FusedMultiplyAdd(f2, v, a2);
                    b2 = Vector.FusedMultiplyAdd(f2, w, b2);
                    a3 = Vector.FusedMultiplyAdd(f3, v, a3);
                    b3 = Vector.FusedMultiplyAdd(f3, w, b3);
                }

                var to = 4 * block * width + k;
                a0.CopyTo(result, to);
                b0.CopyTo(result, to + lanes);
                a1.CopyTo(result, to + width);
                b1.CopyTo(result, to + width + lanes);
                a2.CopyTo(result, to + 2 * width);
                b2.CopyTo(result, to + 2 * width + lanes);
                a3.CopyTo(result, to + 3 * width);
                b3.CopyTo(result, to + 3 * width + lanes);
            }
        });

    public static float[] Transposed(float[] matrix, int size)
    {
        const int tile = 32;
        var turned = new float[matrix.Length];
        for (var r = 0; r < size; r += tile)
        {
            for (var c = 0; c < size; c += tile)
            {
                for (var i = r; i < r + tile; i++)
                {
                    for (var j = c; j < c + tile; j++)
                    {
                        turned[j * size + i] = matrix[i * size + j];
                    }
                }
            }
        }

        return turned;
    }

    private static ReadOnlySpan<float> Row(float[] matrix, int row, int width) => matrix.AsSpan(row * width, width);
}
